package import Diagnostics
import PlainText

/// What keeps a command, or one of its lessons, from being done; told to the person who asked for it.
package struct Failure: Error {
  /// How the program ends on account of it.
  package let status: ExitStatus
  /// What is printed, whole; nothing in it can steer a terminal.
  package let text: String

  /// A failure that says `message`, which has neither a capital nor a full stop, and `details` on lines below.
  init(_ status: ExitStatus, _ message: String, details: [String] = []) {
    self.status = status
    text = (["longhand: " + message] + details)
      .map { shortened($0.harmlessLine, toWidth: Failure.widest) + "\n" }.joined()
  }

  /// What is wrong with a lesson, the first hundred of it; `nil` when nothing is.
  package init?(_ diagnostics: [Diagnostic], in file: SourceFile) {
    guard !diagnostics.isEmpty else { return nil }
    let isOurs = diagnostics.contains { $0.kind == .internalError }
    status = isOurs ? .internalFault : .failure
    var messages = diagnostics.prefix(Failure.diagnosticLimit).map { $0.text(in: file) }
    let rest = diagnostics.count - messages.count
    if rest > 0 { messages.append("\(file.name.harmlessLine): \(rest) more like these") }
    if isOurs {
      messages.append(
        "longhand: this is a fault of Longhand, not of the lesson: please report it, with the lesson")
    }
    text = messages.map { $0 + "\n" }.joined()
  }

  /// A wrong way to use the program, and what may help.
  static func usage(_ message: String, hint: String? = nil) -> Failure {
    Failure(.wrongUsage, message, details: hint.map { ["hint: " + $0] } ?? [])
  }

  /// A word that is none of the known ones: the nearest of those, or else another hint.
  static func unknown(_ message: String, nearest: String?, otherwise hint: String) -> Failure {
    usage(message, hint: nearest.map { "did you mean `\($0)`?" } ?? hint)
  }

  /// The columns that a line may take; only one that quotes something absurd takes more.
  private static let widest = 1000
  private static let diagnosticLimit = 100
}
