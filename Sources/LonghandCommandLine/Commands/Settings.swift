import Diagnostics
import LessonRuntime

/// What `--set` asks for: other values for given names.
struct Settings {
  private let settings: [(name: String, setting: RunOptions.Setting)]

  /// Reads the values of `--set`, each `NAME=VALUE`.
  init(_ values: [String]) throws(Failure) {
    var settings: [(name: String, setting: RunOptions.Setting)] = []
    for value in values {
      let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { $0.split(separator: " ").joined(separator: " ") }
      guard parts.count == 2, !parts[0].isEmpty else {
        let isName = parts.count == 1 && parts[0].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        throw .usage(
          "`--set` takes NAME=VALUE, not `\(value)`", hint: "--set \(isName ? parts[0] : "w5")=0.7")
      }
      let (name, number) = (parts[0], parts[1])
      guard !number.isEmpty else {
        throw .usage("`--set \(value)` lacks the value", hint: "--set \(name)=0.7")
      }
      guard let setting = RunOptions.Setting(name: name, text: number) else {
        let pointed = number.replacing(",", with: ".")
        let meant = [pointed, String(number.drop { $0 == "=" }), Self.quotient(number)].compactMap(\.self)
          .first { RunOptions.Setting(name: name, text: $0) != nil }
        throw .usage(
          "`\(number)` in `--set \(value)` is not a finite number",
          hint: meant.map { "--set \(name)=\($0)" } ?? "a value is a number in digits, as 0.7 is")
      }
      guard !settings.contains(where: { $0.name == name }) else {
        throw .usage("`--set` gives `\(name)` twice", hint: "leave one of them out")
      }
      settings.append((name, setting))
    }
    self.settings = settings
  }

  /// `0.5` of `1/2`; `nil` where it is no quotient, or one with many decimals.
  private static func quotient(_ text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Double($0) }
    guard parts.count == 2, let first = parts[0], let second = parts[1], second != 0 else { return nil }
    let written = "\(first / second)"
    return written.count <= 8 ? written : nil
  }

  /// The settings, once it is sure that the lesson has all of their names.
  func settings(for lesson: Lesson, called lessonName: String) throws(Failure) -> [RunOptions.Setting] {
    let names = lesson.settableNames
    for (name, _) in settings where !names.contains(name) {
      throw .unknown(
        "`\(lessonName)` has no given number `\(name)`", nearest: nearest(to: name, among: names),
        otherwise: names.isEmpty
          ? "the lesson gives no numbers" : "its given numbers are \(names.joined(separator: ", "))")
    }
    return settings.map(\.setting)
  }
}
