import Diagnostics
import LessonLanguage

/// Which number of a call is meant for which setting of an optimizer.
enum OptimizerSettings {
  /// An expression for each setting of `optimizer`, in their order, `nil` where its fallback holds; and what is wrong
  /// with the call. A setting without a label is the rate.
  static func values(
    of call: NamedCall, for optimizer: Optimizer
  ) -> (values: [Expression?], diagnostics: [Diagnostic]) {
    var values = [Expression?](repeating: nil, count: optimizer.settings.count)
    var diagnostics: [Diagnostic] = []
    for setting in call.settings {
      let label = setting.label?.text ?? optimizer.settings[0].label
      let place = setting.label?.range ?? setting.value.range
      guard let index = optimizer.settings.firstIndex(where: { $0.label == label }) else {
        diagnostics.append(unknown(label, of: optimizer, at: place))
        continue
      }
      guard values[index] == nil else {
        diagnostics.append(twice(label, of: optimizer, isLabelled: setting.label != nil, at: place))
        continue
      }
      values[index] = setting.value
    }
    if values[0] == nil, optimizer.settings[0].fallback == nil, diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(
          "`\(optimizer.name)` needs a learning rate", at: call.range,
          hint: "write `\(optimizer.name)(rate: 0.1)`"))
    }
    return (values, diagnostics)
  }

  private static func unknown(_ label: String, of optimizer: Optimizer, at range: SourceRange) -> Diagnostic {
    let labels = optimizer.settings.map(\.label)
    let list =
      labels.count == 1
      ? "its only setting is `\(labels[0])`" : "its settings are \(listed(labels.map { "`\($0)`" }))"
    return Diagnostic(
      "`\(optimizer.name)` has no setting `\(label)`", at: range,
      hint: labels.count == 1 ? list : didYouMean(label, among: labels) ?? list)
  }

  private static func twice(
    _ label: String, of optimizer: Optimizer, isLabelled: Bool, at range: SourceRange
  ) -> Diagnostic {
    let example = isLabelled ? nil : optimizer.settings.dropFirst().first
    return Diagnostic(
      label == "rate" ? "the rate is set twice" : "`\(label)` is set twice", at: range,
      hint: example.map { "only the rate stands without its label: write `\($0.label): …`" })
  }
}

/// `a, b and c`.
func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
