import Diagnostics
import LessonLanguage

/// Which number of a call is meant for which setting of an optimizer.
enum OptimizerSettings {
  /// The optimizer that a call means, an expression for each of its settings, in their order, `nil` where its fallback
  /// holds; and what is wrong with the call. A setting without a label is the rate.
  package static func values(
    of call: NamedCall, for plain: Optimizer, in file: SourceFile
  ) -> (optimizer: Optimizer, values: [Expression?], diagnostics: [Diagnostic]) {
    var given: [String: Expression] = [:]
    var optimizer = plain
    var diagnostics: [Diagnostic] = []
    for setting in call.settings {
      let label = setting.label?.text ?? plain.settings[0].label
      let place = setting.label?.range ?? setting.value.range
      guard plain.labels.contains(label) else {
        diagnostics.append(unknown(label, of: plain, in: call, at: place, file))
        continue
      }
      guard given.updateValue(setting.value, forKey: label) == nil else {
        // All that stand without their labels are one mistake.
        if setting.label == nil, diagnostics.last?.message.hasPrefix("only the") == true { continue }
        diagnostics.append(twice(label, of: plain, in: call, setting, at: place, file))
        continue
      }
      guard let option = plain.options.first(where: { $0.label == label }) else { continue }
      switch (option.kind, setting.value.kind) {
      case (.number, _), (.choice, .name("true")): optimizer = option.optimizer
      case (.choice, .name("false")): break
      case (.choice, _):
        diagnostics.append(
          Diagnostic("`\(label)` is `true` or `false`", at: setting.value.range))
      }
    }
    let others = call.settings.compactMap { setting in
      setting.label.map { "\($0.text): \(file[setting.value.range])" }
    }
    if given[plain.settings[0].label] == nil, plain.settings[0].fallback == nil, diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(
          "`\(plain.name)` needs a learning rate", at: call.range,
          hint: "write `\(plain.name)(rate: 0.1\(others.map { ", \($0)" }.joined()))`"))
    }
    return (optimizer, optimizer.settings.map { given[$0.label] }, diagnostics)
  }

  private static func unknown(
    _ label: String, of optimizer: Optimizer, in call: NamedCall, at range: SourceRange, _ file: SourceFile
  ) -> Diagnostic {
    Diagnostic(
      "`\(optimizer.name)` has no setting `\(label)`", at: range,
      advice: .init(hint: hint(toLabel: label, of: optimizer, in: call, file))
        ?? .nearest(to: label, among: optimizer.labels, at: file[range] == label ? range : nil)
        ?? .init(list(of: optimizer)))
  }

  private static func list(of optimizer: Optimizer) -> String {
    "its settings are \(listed(optimizer.labels.map { "`\($0)`" }))"
  }

  /// What a label of other programs is called here, or which optimizer has it.
  private static func hint(
    toLabel label: String, of optimizer: Optimizer, in call: NamedCall, _ file: SourceFile
  ) -> String? {
    if let own = otherNames[label.lowercased()], optimizer.labels.contains(own) {
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
    "epsilon": "eps", "weight_decay": "decay", "initial_accumulator_value": "start",
  ]

  private static func twice(
    _ label: String, of optimizer: Optimizer, in call: NamedCall, _ setting: NamedCall.Setting,
    at range: SourceRange, _ file: SourceFile
  ) -> Diagnostic {
    guard setting.label == nil else {
      return Diagnostic(label == "rate" ? "the rate is set twice" : "`\(label)` is set twice", at: range)
    }
    let arePlain =
      call.settings.allSatisfy { $0.label == nil } && call.settings.count <= optimizer.settings.count
    let written = zip(optimizer.settings, call.settings).enumerated().map { place, pair in
      (place == 0 ? "" : "\(pair.0.label): ") + file[pair.1.value.range]
    }
    return Diagnostic(
      "only the \(label) stands without its label, and it is set already", at: range,
      hint: (arePlain ? "in their order it is `\(optimizer.name)(\(written.joined(separator: ", ")))`; " : "")
        + list(of: optimizer))
  }
}

/// `a, b and c`.
func listed(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
