import Algebra
import Diagnostics
import Engine
import Exposition
import LessonProgram
public import LessonRuntime
import PrintedNumbers
public import Transcript

// What has become another number where given ones were changed.

extension StepwiseRun {
  /// What is another number than in `other`, a run of the same lesson with other given numbers, once the statements up to
  /// this one are carried out: before, now and the change of each, in the order of the lesson.
  ///
  /// Both runs are carried on up to there. Where this one stops before, it is said why.
  ///
  /// - Parameter setting: the change that has led from the other run to this one.
  public func changes(
    from other: StepwiseRun, afterStatement statement: Int, by setting: RunOptions.Setting
  ) -> [Transcript.Part] {
    if let refusal = refusal(throughStatement: statement) ?? other.refusal(throughStatement: statement) {
      return refusal.parts
    }
    guard let before = other.numbers(afterStatement: statement), let now = numbers(afterStatement: statement)
    else { return Refusal.numbersNotKept.parts }
    let scope = history.scope(afterStatements: statement + 1)
    let others = scope.definitions.map(\.name).filter { name in
      before.has(name) && now.has(name) && before.value(of: name).digits != now.value(of: name).digits
    }
    let (zerosBefore, zerosNow) = (Set(zeros(among: others, before)), Set(zeros(among: others, now)))
    let changed = others.filter { !zerosBefore.contains($0) || !zerosNow.contains($0) }
    let name = Name(setting.name)
    let following = changed.filter { $0 != name || hasMoved($0, now) || other.hasMoved($0, before) }
    let rows = following.map { name in
      ChangedNumber(
        name: name, before: zerosBefore.contains(name) ? 0 : before.value(of: name),
        now: zerosNow.contains(name) ? 0 : now.value(of: name))
    }
    var lines = [line(of: name, from: other)]
    if following.isEmpty {
      lines.append(Line(.remark([.words("nothing known so far changes with it")])))
    } else {
      lines += [Line(.blank), Line(.table(table(of: rows)))]
    }
    return [.step(Step(name: "", lines: lines))]
  }

  /// A number that has become another.
  private struct ChangedNumber {
    let name: Name
    let before: Double
    let now: Double
  }

  /// Those of `names` whose number is only what binary arithmetic leaves of an exact zero.
  func zeros(among names: [Name], _ numbers: Snapshot) -> [Name] {
    let small = names.filter { (0..<Self.largestNoise).contains(numbers.value(of: $0).magnitude) }
    guard !small.isEmpty,
      let copy = try? numbers.copy(
        beneath: small.map { .name($0) }, work: WorkBound(Standpoint.limits))
    else { return [] }
    return small.filter { copy.shownNumber(of: $0).isRoundingOfZero }
  }

  /// What is left of an exact zero is smaller than that.
  private static let largestNoise = 1e-9

  /// Why this run does not come as far as that.
  private func refusal(throughStatement statement: Int) -> Refusal? {
    _ = partCount(throughStatement: statement)
    if wholeStatements > statement || statement < 0 { return nil }
    if let first = diagnostics.first {
      return Refusal(first.message + (first.range.map { " (\(plan.step(of: $0)))" } ?? ""))
    }
    return isCancelled ? Refusal("the run was stopped from outside") : nil
  }

  private func numbers(afterStatement statement: Int) -> Snapshot? {
    history.numbers(afterStatements: min(statement + 1, wholeStatements), of: self)
  }

  /// `w5 = 0.9 (was 0.5)`
  private func line(of name: Name, from other: StepwiseRun) -> Line {
    let (now, was) = (given(name) ?? Number(0), other.given(name))
    let result = Equation.RightSide(
      .equals, .result(plan.style.shown(now), was: was.map { plan.style.shown($0) }))
    return Line(.equation(Equation(subject: .name(name), rightSides: [result])))
  }

  /// Whether a name has another number by now than that which was given to it.
  private func hasMoved(_ name: Name, _ numbers: Snapshot) -> Bool {
    given(name).map { $0.value != numbers.value(of: name) } ?? true
  }

  /// The number that was given to a name in the beginning.
  private func given(_ name: Name) -> Number? {
    if let setting = plan.settings[name] { return setting }
    for instruction in plan.instructions {
      guard case .given(_, let givens) = instruction.kind,
        let given = givens.first(where: { $0.name == name })
      else { continue }
      return given.formula.literalNumber
    }
    return nil
  }

  private func table(of changes: [ChangedNumber]) -> Table {
    let shown = changes.count > ShownRows.leading + ShownRows.trailing
    let rows = changes.map { row($0.name, $0.before, $0.now) }
    return Table(
      header: ["name", "before", "now", "change"].map { .words($0) },
      rows: shown
        ? Array(rows.prefix(ShownRows.leading)) + [ShownRows.ellipsis(4)] + rows.suffix(ShownRows.trailing)
        : rows)
  }

  /// A number before and now, and what a reader gets who subtracts the two as they are shown: with as many digits as give
  /// that three.
  private func row(_ name: Name, _ before: Double, _ now: Double) -> [Table.Cell] {
    var extra = 0
    while true {
      let shownBefore = plan.style.number(before, extra: extra)
      let shownNow = plan.style.number(now, extra: extra)
      let difference = shownNow.value - shownBefore.value
      guard difference.isFinite, (now - before).isFinite else {
        let change = Table.Cell.words("too large for a number")
        return [.formula(.name(name)), .number(shownBefore), .number(shownNow), change]
      }
      let (isWholeBefore, isWholeNow) = (shownBefore.isWhole(for: before), shownNow.isWhole(for: now))
      // The decimals of the finer one, but no more than one has that is not shown whole.
      let finest = max(shownBefore.decimals, shownNow.decimals)
      let places = min(
        isWholeBefore ? finest : shownBefore.decimals, isWholeNow ? finest : shownNow.decimals)
      let digits = difference.digits.shortened(toDecimals: places, .rounded)
      let isAll = isWholeBefore && isWholeNow || digits == (now - before).digits
      if isAll || digits.digits.count >= NumberStyle.minDigits || extra == NumberStyle.maxDigits {
        let isPlain = (-4...15).contains(digits.pointPosition)
        let text = isPlain ? digits.fixedText(decimals: places) : digits.scientificText()
        let change = Number(Double(text) ?? difference, text: text)
        return [.formula(.name(name)), .number(shownBefore), .number(shownNow), .number(change)]
      }
      extra += 1
    }
  }
}

extension Number {
  /// How many decimals it is shown with.
  fileprivate var decimals: Int { max(0, NumberRule.printedDecimals(of: text ?? "") ?? 0) }

  /// Whether it is shown with all its digits.
  fileprivate func isWhole(for value: Double) -> Bool {
    DecimalDigits(text: text ?? "") == value.digits
  }
}

extension Double {
  /// Its digits without the last ones, which binary arithmetic leaves.
  fileprivate var digits: DecimalDigits {
    DecimalDigits(self).shortened(toSignificant: NumberStyle.maxResultDigits, .rounded)
  }
}
