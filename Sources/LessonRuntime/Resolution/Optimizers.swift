import Diagnostics
import LessonLanguage

/// The optimizers that a lesson can name, and their settings.
enum Optimizers {
  /// The learning rate of `sgd(rate: 0.6)`, or what is wrong with the call.
  static func rate(of call: NamedCall) -> (rate: Expression?, diagnostics: [Diagnostic]) {
    guard call.name.text == "sgd" else { return (nil, [unknown(call.name)]) }
    var rate: Expression?
    var diagnostics: [Diagnostic] = []
    for setting in call.settings {
      if let label = setting.label, label.text != "rate" {
        diagnostics.append(
          Diagnostic(
            "`sgd` has no setting `\(label.text)`", at: label.range, hint: "its only setting is `rate`"))
      } else if rate != nil {
        diagnostics.append(
          Diagnostic("the rate is set twice", at: setting.label?.range ?? setting.value.range))
      } else {
        rate = setting.value
      }
    }
    if rate == nil && diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic("`sgd` needs a learning rate", at: call.range, hint: "write `sgd(rate: 0.1)`"))
    }
    return (rate, diagnostics)
  }

  private static func unknown(_ name: Identifier) -> Diagnostic {
    later.contains(name.text)
      ? Diagnostic("`\(name.text)` is not part of this version of Longhand", at: name.range)
      : Diagnostic(
        "there is no optimizer `\(name.text)`", at: name.range,
        hint: didYouMean(name.text, among: ["sgd"]) ?? "write `sgd(rate: 0.1)`")
  }

  /// Optimizers of the lesson format that this version does not have.
  private static let later: Set<String> = [
    "momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "adam", "adamw",
  ]
}
