import Algebra
import Diagnostics
package import LessonLanguage

// Given numbers that are drawn at random.

extension FormulaLowering {
  /// `V[1...8, 1...2] ~ normal(0, 0.5)`, `a ~ uniform(-1, 1)` and `s[i] ~ normal(0, i) for i in 1...3`.
  package mutating func elements(drawn call: NamedCall, of given: Given) -> DefinedElements {
    switch given.shape {
    case .none:
      guard given.ranges.isEmpty else {
        report(
          "a `for` needs indices before the `~`", at: given.name.range,
          hint: "write `\(given.name.text)[\(given.ranges[0].name.text)] ~ …`")
        return .none
      }
      return DefinedElements(
        source(call).map { [DefinedElement(indices: nil, formula: .nothing, draw: $0)] } ?? [])
    case .spans(let spans):
      guard let source = source(call), let indices = indices(filling: spans, of: given) else {
        return .none
      }
      return DefinedElements(at: indices, .nothing, drawn: source)
    case .element(let expressions):
      let reference = Reference(given.name, indices: expressions, at: given.name.range)
      var items: [DefinedElement] = []
      forEach(given.ranges[...]) { lowering in
        guard let indices = lowering.indices(of: reference), let source = lowering.source(call) else {
          return false
        }
        items.append(DefinedElement(indices: indices, formula: .nothing, draw: source))
        return true
      }
      return DefinedElements(items)
    }
  }

  /// Reports `w = normal(0, 1)`, whatever its brackets; false where the value is no draw.
  mutating func reportDrawWithEquals(_ value: Expression, of given: Given, _ kind: GivenKind) -> Bool {
    guard case .call(let function, let arguments) = value.kind,
      let distribution = Distribution(rawValue: function.text), scope.functions[Name(function.text)] == nil
    else { return false }
    let target = file[SourceRange(given.name.range.lowerBound, value.range.lowerBound)].prefix { $0 != "=" }
    let name = target.last == " " ? target.dropLast() : target
    let text = file[value.range]
    let count = distribution.parameterNames.count
    guard arguments.count == count else {
      let isPlain = if case .none = given.shape { given.ranges.isEmpty } else { false }
      statement = .init(head: kind.rawValue + " ", name: given.name.text, isPlain: isPlain, value: value)
      let sized = arguments.count > count ? habit(function.text, arguments, at: value.range) : nil
      report(
        "what is drawn is given with `~`, not with `=`", at: function.range,
        hint: sized ?? "`\(function.text)` takes \(count) number\(count == 1 ? "" : "s")")
      return true
    }
    report(
      "what is drawn is given with `~`, not with `=`", at: function.range,
      hint: "write `\(kind.rawValue) \(name) ~ \(text.count <= 60 ? text : "\(function.text)(…)")`")
    return true
  }

  /// What a distribution of other languages is called here.
  private func drawHabit(_ call: NamedCall) -> String? {
    guard DrawHabit.isKnown(call.name.text) else { return nil }
    let numbers = call.settings.contains { $0.label != nil } ? [] : call.settings.map { file[$0.value.range] }
    return "it is written `\(DrawHabit.call(for: call.name.text, numbers))`"
  }

  /// What a call like `normal(0, 0.5)` draws from; `nil` where it has an error, which is reported.
  private mutating func source(_ call: NamedCall) -> Instruction.RandomSource? {
    guard let distribution = Distribution(rawValue: call.name.text) else {
      let known = Distribution.allCases.map(\.rawValue)
      report(
        "there is no distribution `\(call.name.text)`", at: call.name.range,
        advice: .init(hint: drawHabit(call)) ?? .nearest(
          to: call.name.text, among: known, at: call.name.range)
          ?? .init(
            "there are `normal(0, 1)` with its mean and its deviation, `uniform(0, 1)` and `bernoulli(0.5)`"))
      return nil
    }
    let names = distribution.parameterNames
    let wanted = "\(distribution.rawValue)(\(names.joined(separator: ", ")))"
    if let label = call.settings.compactMap(\.label).first {
      report("the numbers of a distribution have no labels", at: label.range, hint: "write `\(wanted)`")
      return nil
    }
    guard call.settings.count == names.count else {
      report(
        "`\(distribution.rawValue)` takes \(names.count) number\(names.count == 1 ? "" : "s"), not \(call.settings.count)",
        at: call.range, hint: "write `\(wanted)`")
      return nil
    }
    let before = diagnostics.count
    let parameters = call.settings.map { formula(of: $0.value) }
    return diagnostics.count == before ? .init(distribution: distribution, parameters: parameters) : nil
  }
}
