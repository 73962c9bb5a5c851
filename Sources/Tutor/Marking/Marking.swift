import Algebra
import PrintedNumbers
import Transcript

// How numbers are marked. Each is held against the lesson's number first. One that is not the lesson's is worked out again from the
// numbers that were handed in before it. If it is what comes out there, it is right for these numbers; if not, it is wrong here.

extension MarkingSheet {
  /// What is said of numbers, by the lines to which they belong.
  public func marked(_ numbers: [Int: HandedNumber]) -> MarkedNumbers {
    var marking = Marking(self, numbers)
    marking.judge()
    return marking.result
  }
}

/// The marking of the numbers of one file.
struct Marking {
  let sheet: MarkingSheet
  /// The numbers, by their slots.
  let handed: [Int: HandedNumber]
  private let lines: [Int: Int]
  /// What is carried on from each slot: the number that was handed in, or what comes out of those before it.
  private(set) var carried: [Double]
  /// The same where derivatives are always worked out anew along their chains.
  private(set) var chained: [Double]
  /// How far the digits that were written may be from what was carried on.
  private var widths: [Double]
  private var verdicts: [Int: Mark.Verdict] = [:]
  /// The slot of the first number that is wrong, of those that a slot follows from.
  private var roots: [Int: Int] = [:]
  /// Slots whose numbers differ from the lesson's.
  private var isChanged: [Bool]
  /// What all slots would be if a wrong number were another by a tenth.
  private var shifted: [Int: (before: [Double], after: [Double])] = [:]

  init(_ sheet: MarkingSheet, _ numbers: [Int: HandedNumber]) {
    self.sheet = sheet
    var handed: [Int: HandedNumber] = [:]
    var lines: [Int: Int] = [:]
    for (line, number) in numbers {
      handed[sheet.lines[line].slot] = number
      lines[sheet.lines[line].slot] = line
    }
    self.handed = handed
    self.lines = lines
    carried = sheet.slots.map(\.truth)
    chained = carried
    widths = Array(repeating: 0, count: carried.count)
    isChanged = Array(repeating: false, count: carried.count)
  }

  /// The marks, in the order of the lesson.
  var result: MarkedNumbers {
    let marks = verdicts.compactMap { slot, verdict -> Mark? in
      guard let line = lines[slot], let number = handed[slot] else { return nil }
      return Mark(line: line, number: number, verdict: verdict)
    }.sorted { $0.line < $1.line }
    var first: (mark: Int, slot: Int)?
    for (index, mark) in marks.enumerated() {
      guard case .wrong = mark.verdict else { continue }
      let slot = sheet.lines[mark.line].slot
      if first.map({ slot < $0.slot }) ?? true { first = (index, slot) }
    }
    return MarkedNumbers(marks: marks, first: first?.mark)
  }

  // MARK: Judging

  mutating func judge() {
    for place in sheet.slots.indices {
      workOut(place)
      if let number = handed[place] { judge(number, at: place) }
    }
  }

  /// Works a slot out from those before it.
  private mutating func workOut(_ place: Int) {
    let slot = sheet.slots[place]
    guard slot.operands.contains(where: { isChanged[$0] || widths[$0] > 0 }) else { return }
    if slot.operands.contains(where: { isChanged[$0] }) {
      carried[place] = sheet.value(ofSlot: place) { carried[$0] }
      chained[place] = sheet.value(ofSlot: place) { chained[$0] }
      isChanged[place] = true
      roots[place] = slot.operands.compactMap { roots[$0] }.min()
    }
    widths[place] = width(at: place) { carried[$0] }
  }

  /// How far a slot may be off because of the digits that were written before it, to the first order.
  private func width(at place: Int, _ values: (Int) -> Double) -> Double {
    let middle = sheet.value(ofSlot: place, values)
    var width = 0.0
    for operand in Set(sheet.slots[place].operands).sorted() where widths[operand] > 0 {
      let step = widths[operand]
      let above = sheet.value(ofSlot: place) { $0 == operand ? values($0) + step : values($0) }
      let below = sheet.value(ofSlot: place) { $0 == operand ? values($0) - step : values($0) }
      width += max(abs(above - middle), abs(below - middle))
    }
    return width.isFinite ? width : 0
  }

  private mutating func judge(_ number: HandedNumber, at place: Int) {
    let truth = sheet.slots[place].truth
    let asked = sheet.decimals(of: truth)
    if let (agreement, decimals) = number.agreement(with: truth, atLeast: asked) {
      verdicts[place] = .right(
        agreement == .exact || decimals == nil
          ? .exact : agreement == .rounded ? .rounded(decimals ?? 0) : .cutOff(decimals ?? 0))
      // What only has the lesson's digits, and follows from a number that is wrong, is carried on as that.
      let follows = roots[place] != nil && number.fits(carried[place], within: widths[place], atLeast: asked)
      let value = follows ? carried[place] : truth
      widths[place] = follows ? widths[place] + abs(truth - value) : widths[place]
      take(number, as: value, at: place, isWrong: false)
      return
    }
    if judgeFollowing(number, at: place) { return }
    let slip = SlipSearch(number, at: place, in: self).slip
    verdicts[place] = .wrong(slip)
    roots[place] = place
    take(number, as: number.value, at: place, isWrong: true)
  }

  /// Whether a number that is not the lesson's follows from those before it.
  private mutating func judgeFollowing(_ number: HandedNumber, at place: Int) -> Bool {
    let slot = sheet.slots[place]
    guard slot.formula != nil else { return false }
    for (value, isAlone) in candidates(at: place) {
      let asked = sheet.decimals(of: value)
      let width = isAlone ? 0 : widths[place] + 1e-11 * value.magnitude
      guard number.fits(value, within: width, atLeast: asked) else { continue }
      if let root = roots[place] {
        guard carries(root, to: place, value, number) else {
          let words: [Phrase] = [
            .words("follows from"), .formula(sheet.slots[root].subject),
            .words("as it was handed in, which carries nothing forward"),
          ]
          verdicts[place] = .wrong(Slip(kind: .carriesNothing, words: words))
          take(number, as: number.value, at: place, isWrong: true)
          return true
        }
        verdicts[place] = .follows(from: lines[root] ?? 0, isRounding: false)
      } else {
        guard let source = roundedSource(of: place) else { return false }
        blame(source)
        verdicts[place] = .follows(from: lines[source] ?? 0, isRounding: true)
      }
      take(number, as: value, at: place, isWrong: false)
      return true
    }
    return false
  }

  /// What may come out at a slot: from all numbers before it, with derivatives worked out along their chains, and from the numbers
  /// that are wrong each alone.
  private func candidates(at place: Int) -> [(value: Double, isAlone: Bool)] {
    var found = [(value: carried[place], isAlone: false)]
    if chained[place] != carried[place] { found.append((chained[place], false)) }
    let wrong = Set(sheet.slots[place].operands.filter { isChanged[$0] })
    guard wrong.count > 1, wrong.count <= 8 else { return found }
    for operand in wrong.sorted() {
      let value = sheet.value(ofSlot: place) { $0 == operand ? carried[$0] : sheet.slots[$0].truth }
      found.append((value, true))
    }
    return found
  }

  /// Takes note of what is carried on from a number.
  private mutating func take(_ number: HandedNumber, as value: Double, at place: Int, isWrong: Bool) {
    let own = sheet.slots[place]
    let reach = widths[place]
    let distance = abs(number.value - value)
    // What was carried on is the number as it was written, or one with further digits that are not known.
    widths[place] = isWrong ? number.unit : max(distance, min(reach, distance + number.unit))
    carried[place] = value
    if own.kind != .derivative, own.kind != .link { chained[place] = value }
    isChanged[place] = value != own.truth
    if !isWrong, value == own.truth { roots[place] = nil }
  }

  // MARK: Roundings

  /// The number whose digits lead the one at a place astray: the first that has fewer than the lesson shows, or else the one that is
  /// off the most.
  private func roundedSource(of place: Int) -> Int? {
    var sources: Set<Int> = []
    var waiting = [place]
    var seen: Set<Int> = [place]
    while let next = waiting.popLast() {
      for operand in sheet.slots[next].operands where widths[operand] > 0 && seen.insert(operand).inserted {
        if case .follows(let line, isRounding: true) = verdicts[operand] {
          sources.insert(sheet.lines[line].slot)
        } else if handed[operand] != nil {
          sources.insert(operand)
        } else {
          waiting.append(operand)
        }
      }
    }
    func share(_ source: Int) -> Double { widths[source] / max(sheet.slots[source].truth.magnitude, 1e-300) }
    return sources.sorted().first(where: isShort) ?? sources.sorted().max { share($0) < share($1) }
  }

  /// Whether a number has fewer decimals than the lesson shows of it, and is not exact.
  private func isShort(_ place: Int) -> Bool {
    guard let number = handed[place] else { return false }
    let truth = sheet.slots[place].truth
    return (number.decimals ?? 0) < sheet.decimals(of: truth) && !number.isExactly(truth)
  }

  /// A right number with fewer decimals than the lesson shows has spoiled a later one: it was rounded too early.
  private mutating func blame(_ source: Int) {
    guard case .right = verdicts[source], let number = handed[source] else { return }
    guard isShort(source) else { return }
    let decimals = number.decimals ?? 0
    let words =
      "is right, but was carried on with \(decimals) decimal\(decimals == 1 ? "" : "s"): keep more digits"
    verdicts[source] = .wrong(Slip(kind: .roundedEarly, words: [.words(words)]))
  }

  // MARK: What carries nothing forward

  /// Whether the wrong number at `root` makes a difference for the one at `place`: neither is 0, and what comes out there still follows
  /// the root. It does not where a tenth more at the root changes it by less than a thousandth of what it would if all of the
  /// difference had come about evenly.
  private mutating func carries(_ root: Int, to place: Int, _ value: Double, _ number: HandedNumber) -> Bool {
    let (truth, rootTruth) = (sheet.slots[place].truth, sheet.slots[root].truth)
    if handed[root]?.value == 0 { return false }
    // A number that is right but for its sign leads on as the right one does.
    if handed[root]?.agreement(with: -rootTruth, atLeast: sheet.decimals(of: rootTruth)) != nil {
      return number.value != 0 || truth == 0
    }
    if number.value == 0, truth != 0 { return false }
    let (before, after) = shifted(root)
    let (moved, difference) = (abs(after[place] - before[place]), abs(before[place] - truth))
    let (shift, error) = (abs(after[root] - before[root]), abs(before[root] - rootTruth))
    return moved * error >= 1e-3 * difference * shift
  }

  /// What all slots would be with the number at `root`, and if that were larger by a tenth, had nothing else been handed in.
  private mutating func shifted(_ root: Int) -> (before: [Double], after: [Double]) {
    if let known = shifted[root] { return known }
    var (before, after) = (sheet.slots.map(\.truth), sheet.slots.map(\.truth))
    before[root] = carried[root]
    after[root] = carried[root] * 1.1
    var isMoved = Array(repeating: false, count: before.count)
    isMoved[root] = true
    for place in sheet.slots.indices.dropFirst(root + 1)
    where sheet.slots[place].operands.contains(where: { isMoved[$0] }) {
      isMoved[place] = true
      before[place] = sheet.value(ofSlot: place) { before[$0] }
      after[place] = sheet.value(ofSlot: place) { after[$0] }
    }
    shifted[root] = (before, after)
    return (before, after)
  }
}
