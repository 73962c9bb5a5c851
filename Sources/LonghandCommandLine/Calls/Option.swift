/// A word that begins with `--` and changes what a command does.
package struct Option: Hashable, Sendable {
  /// The word itself, with its dashes.
  let name: String
  /// A shorter word for the same, with its dash.
  let shortName: String?
  /// What stands for the option's value in help texts; `nil` when it takes none.
  let placeholder: String?
  /// What it does, for help.
  let summary: String

  init(
    _ name: String, short shortName: String? = nil, _ placeholder: String? = nil, summary: String
  ) {
    self.name = name
    self.shortName = shortName
    self.placeholder = placeholder
    self.summary = summary
  }

  /// As it is written in help: `--width N`, `-h, --help`.
  package var usage: String {
    (shortName.map { $0 + ", " } ?? "") + name + (placeholder.map { " " + $0 } ?? "")
  }

  /// Whether `word` asks for the option.
  func isCalled(_ word: String) -> Bool { word == name || word == shortName }
}

extension Option {
  static let set = Option(
    "--set", "NAME=VALUE",
    summary: "Give an input, a target, a param or a const another value; may be repeated.")
  static let variant = Option(
    "--variant", "VARIANT",
    summary: "Draw other numbers, the same for the same VARIANT: a whole number, or any text.")
  static let variants = Option(
    "--variants", "N", summary: "Take the variants 1 to N in place of the lesson's own numbers.")
  static let data = Option(
    "--data", "NAME=FILE",
    summary: "Put the rows of a CSV file in the place of the lesson's data NAME; may be repeated.")
  static let points = Option(
    "--data", "FILE", summary: "Let the network learn from the rows of a CSV file with x1, x2 and label.")
  static let training = Option(
    "--training", "N",
    summary: "Take the N-th training of the lesson, in reading order, in place of the first.")
  static let decimals = Option(
    "--decimals", "N", summary: "Show computed numbers with N digits after the point, 0 to 12.")
  static let width = Option(
    "--width", "N",
    summary: "Lay out for N columns, 20 to 500; else as wide as the terminal, and 80 in files and pipes.")
  static let ascii = Option("--ascii", summary: "Write dE/dw5, *, - and <- in place of ∂E/∂w5, ·, − and ←.")
  static let color = Option(
    "--color", "WHEN",
    summary: "`auto` (on a terminal, unless NO_COLOR is set or TERM is dumb), `always` or `never`.")
  static let format = Option(
    "--format", "FORMATS",
    summary:
      "How a transcript is written: \(OutputFormat.names), several of them with commas between, or all; else as the ending of the file says."
  )
  static let answers = Option(
    "--answers", "WHERE",
    summary:
      "Where the answers to questions stand: at the `end`, which is so without it, `none`, or `only` they."
  )
  static let output = Option(
    "--output", "FILE|DIR",
    summary: "Write to a file, or to a folder with a file for each lesson or variant, named after it.")
  static let force = Option(
    "--force", summary: "Overwrite what is no earlier work of this program, too.")
  static let of = Option(
    "--of", "VALUE",
    summary:
      "Whose computation graph svg, dot and html show; else the last value that a derivative is taken of.")
  static let standalone = Option(
    "--standalone", summary: "Make LaTeX a whole document, for pdflatex or lualatex, and no fragment.")
  static let plain = Option(
    "--plain", summary: "Redraw nothing: commands are words, and each fact is on a line of its own.")
  static let keys = Option("--keys", "FILE", summary: "Play the keys of a file, and print what they bring.")
  static let update = Option(
    "--update", summary: "Record the transcripts as they now are; ends with 1 when one has changed.")
  static let style = Option(
    "--style", summary: "Tell also what breaks the rules of style, which `longhand help style` lists.")
  static let trace = Option(
    "--trace", "FILE",
    summary: "Check a trace, which `run --format json` has written, in place of transcripts.")
  static let timing = Option(
    "--timing", summary: "Say on standard error where the processor time went, in milliseconds.")
  static let lessons = Option(
    "--lessons", "DIR",
    summary:
      "The folder of the course; else $LONGHAND_LESSONS, a folder Lessons here or above, or the one that "
      + "came with the program.")
  static let lecture = Option(
    "--lecture", "LECTURE", summary: "Only the claims of a lecture: its name, or what its ids begin with.")
  static let verdict = Option(
    "--verdict", "VERDICT", summary: "Only the claims of which the list says so, such as `wrong`.")
  static let json = Option("--json", summary: "Print JSON, for other programs.")
  static let variantFrom = Option(
    "--variant-from", "FROM",
    summary:
      "Hold each file against the variant that it is named after, `name`, or that a list has for it, FILE.csv."
  )
  static let scheme = Option(
    "--scheme", "FILE", summary: "Give marks by a list with a line `name,marks` for each number that counts.")
  static let csv = Option("--csv", summary: "Print a row for each file, for a spreadsheet.")
  static let noHeader = Option(
    "--no-header",
    summary: "Leave out what stands once around all: the row that names the columns, the frame of XML.")
  static let quizFormat = Option(
    "--format", "QUIZ-FORMAT",
    summary: "How the questions are written: \(QuizFormat.names); else as the ending of the file says.")
  static let quizOutput = Option("--output", "FILE", summary: "Write to a file.")
  static let shard = Option(
    "--shard", "K/N",
    summary: "Take only the K-th of N parts of the files, variants or sheets, for work that is spread.")
  static let roster = Option(
    "--roster", "FILE",
    summary: "Make a sheet for each line `name,variant` of a CSV file, called after the name.")
  static let blank = Option(
    "--blank", "WHAT",
    summary: "What is left open: `results`, `working` (the numbers, too) or `all` (but the names).")
  static let round = Option(
    "--round", "N",
    summary: "How much help there is: 1 all but the results, 2 the names, 3 the question only.")
  static let marks = Option(
    "--marks", "MARKS", summary: "Mark the numbers of round 3 `at-once`, or `at-end`, when all are there.")
  static let key = Option("--key", summary: "Print the key in place of the sheet.")
  static let names = Option("--names", summary: "Print the names alone, a line each.")
  static let reset = Option("--reset", summary: "Forget what was done, in the lessons named or in all.")
  static let yes = Option("--yes", summary: "Forget without asking.")
  static let help = Option("--help", short: "-h", summary: "Explain the command, or the program.")
  static let version = Option("--version", summary: "Print the program's version.")
}
