import Diagnostics
import LessonLanguage

/// Which number of a call is meant for which setting of an optimizer.
enum OptimizerSettings {
  /// An expression for each setting of `optimizer`, in their order, `nil` where its fallback holds; and what is wrong
  /// with the call. A setting without a label is the rate.
  package static func values(
    of call: NamedCall, for optimizer: Optimizer, in file: SourceFile
  ) -> (values: [Expression?], diagnostics: [Diagnostic]) {
    var values = [Expression?](repeating: nil, count: optimizer.settings.count)
    var diagnostics: [Diagnostic] = []
    for setting in call.settings {
      let label = setting.label?.text ?? optimizer.settings[0].label
      let place = setting.label?.range ?? setting.value.range
      guard let index = optimizer.settings.firstIndex(where: { $0.label == label }) else {
        diagnostics.append(unknown(label, of: optimizer, in: call, at: place, file))
        continue
      }
      guard values[index] == nil else {
        diagnostics.append(twice(label, of: optimizer, setting, at: place, file))
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

  private static func unknown(
    _ label: String, of optimizer: Optimizer, in call: NamedCall, at range: SourceRange, _ file: SourceFile
  ) -> Diagnostic {
    let labels = optimizer.settings.map(\.label)
    return Diagnostic(
      "`\(optimizer.name)` has no setting `\(label)`", at: range,
      hint: hint(toLabel: label, of: optimizer, in: call, file)
        ?? (labels.count == 1 ? nil : didYouMean(label, among: labels)) ?? list(of: optimizer))
  }

  private static func list(of optimizer: Optimizer) -> String {
    let labels = optimizer.settings.map { "`\($0.label)`" }
    return labels.count == 1 ? "its only setting is \(labels[0])" : "its settings are \(listed(labels))"
  }

  /// What a label of other programs is called here, or which optimizer has it.
  private static func hint(
    toLabel label: String, of optimizer: Optimizer, in call: NamedCall, _ file: SourceFile
  ) -> String? {
    if let own = otherNames[label.lowercased()], optimizer.settings.contains(where: { $0.label == own }) {
      return "it is called `\(own)`"
    }
    guard optimizer.settings.count == 1, ["momentum", "beta", "nesterov"].contains(label) else { return nil }
    let text = { (label: String?) in
      call.settings.first { $0.label?.text == label }.map { file[$0.value.range] }
    }
    let rate = text("rate") ?? text(nil) ?? "0.1"
    let beta = text("momentum") ?? text("beta") ?? "0.9"
    let isNesterov = call.settings.contains { $0.label?.text == "nesterov" }
    return "write `\(isNesterov ? "nesterov" : "momentum")(rate: \(rate), beta: \(beta))`"
  }

  /// Labels of other programs and of books.
  private static let otherNames = [
    "lr": "rate", "learning_rate": "rate", "learningrate": "rate", "eta": "rate", "η": "rate",
    "step": "rate", "stepsize": "rate", "step_size": "rate", "momentum": "beta", "mu": "beta",
    "epsilon": "eps", "weight_decay": "decay",
  ]

  private static func twice(
    _ label: String, of optimizer: Optimizer, _ setting: NamedCall.Setting, at range: SourceRange,
    _ file: SourceFile
  ) -> Diagnostic {
    guard setting.label == nil else {
      return Diagnostic(label == "rate" ? "the rate is set twice" : "`\(label)` is set twice", at: range)
    }
    let next = optimizer.settings.dropFirst().first
    return Diagnostic(
      "only the \(label) stands without its label, and it is set already", at: range,
      hint: next.map { "write `\($0.label): \(file[setting.value.range])`; \(list(of: optimizer))" }
        ?? list(of: optimizer))
  }
}

/// `a, b and c`.
func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
