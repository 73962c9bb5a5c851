/// A word that begins with `--` and changes what a command does.
struct Option: Hashable, Sendable {
  /// The word itself, with its dashes.
  let name: String
  /// What stands for the option's value in help texts; `nil` when it takes none.
  let placeholder: String?
  /// What it does, for help.
  let summary: String
  /// Whether giving it again adds another value; of the others the last one counts.
  let isRepeatable: Bool

  init(_ name: String, _ placeholder: String? = nil, isRepeatable: Bool = false, summary: String) {
    self.name = name
    self.placeholder = placeholder
    self.isRepeatable = isRepeatable
    self.summary = summary
  }

  /// As it is written in help: `--width N`.
  var usage: String { placeholder.map { "\(name) \($0)" } ?? name }
}

extension Option {
  static let set = Option(
    "--set", "NAME=VALUE", isRepeatable: true,
    summary: "Give an input, a target, a param or a const another value; may be repeated.")
  static let decimals = Option(
    "--decimals", "N", summary: "Show computed numbers with N digits after the point, 0 to 12.")
  static let width = Option(
    "--width", "N",
    summary: "Lay out for N columns, 20 to 500; otherwise as wide as the terminal, and 80 in files and pipes."
  )
  static let ascii = Option("--ascii", summary: "Write dE/dw5, *, - and <- in place of ∂E/∂w5, ·, − and ←.")
  static let color = Option(
    "--color", "WHEN",
    summary: "`auto` (on a terminal, unless NO_COLOR is set or TERM is dumb), `always` or `never`.")
  static let update = Option(
    "--update", summary: "Record the transcripts as they now are; ends with 1 when one has changed.")
  static let lessons = Option(
    "--lessons", "DIR",
    summary:
      "The folder of the course; otherwise $LONGHAND_LESSONS, a folder Lessons here or above, or the one that "
      + "came with the program.")
  static let help = Option("--help", summary: "Explain the command, or the program.")
  static let version = Option("--version", summary: "Print the program's version.")
}
