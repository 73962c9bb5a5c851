import LonghandCommandLine
import PlainText
import Testing

@Suite("The look of a transcript")
struct DisplayTests {
  private static let prose = String(repeating: "word ", count: 200)
  private static let lesson = Lessons.fine.replacing("# A sum", with: "# A sum\n\n\(prose)")
    .replacing("w5 + 0.25", with: "w5*0.25")

  private func look(
    _ options: [String], environment: [String: String] = [:], terminal: Invocation.TerminalFacts? = nil
  ) throws -> (width: Int, isUnicode: Bool, isColored: Bool) {
    let outcome = longhand(
      ["run", "-"] + options, in: try TemporaryFolder(), environment: environment, terminal: terminal,
      standardInput: Self.lesson.replacing("s = 0.75", with: "s = 0.125"))
    #expect(outcome.status == .success, "\(outcome.messages)")
    let widest =
      outcome.results.split(separator: "\n").filter { $0.hasPrefix("word") }.map(\.count).max() ?? 0
    // Words of four letters and a space: the widest line is the largest multiple of five, less one, that fits.
    return (widest + 1, outcome.results.contains("w5·0.25"), outcome.results.contains("\u{1B}["))
  }

  @Test("in a file or a pipe is 80 columns of Unicode without colour, whatever the environment")
  func file() throws {
    for environment in [[:], ["LANG": "C"], ["LC_ALL": "POSIX", "TERM": "xterm-256color"]] {
      #expect(try look([], environment: environment) == (80, true, false))
    }
  }

  @Test(
    "on a terminal is as wide as the terminal, within bounds", arguments: [(60, 60), (7, 20), (1_000, 500)])
  func width(columns: Int, width: Int) throws {
    let look = try look([], environment: ["LANG": "C.UTF-8"], terminal: .init(columns: columns))
    #expect(look == (width, true, true))
  }

  @Test("on a terminal that does not say how wide it is has 80 columns")
  func unknownWidth() throws {
    #expect(try look([], terminal: .init(columns: nil)).width == 80)
  }

  @Test(
    "on a terminal follows the first locale variable that says anything",
    arguments: [
      ([:], false), (["LANG": "C"], false), (["LANG": "de_DE.UTF-8"], true), (["LANG": "C.utf8"], true),
      (["LANG": "C.UTF-8", "LC_CTYPE": "C"], false), (["LC_CTYPE": "C.UTF-8", "LC_ALL": "C"], false),
      (["LC_ALL": "", "LC_CTYPE": "C.UTF-8", "LANG": "C"], true), (["LANG": "de_DE@euro"], false),
    ])
  func locale(environment: [String: String], isUnicode: Bool) throws {
    #expect(try look([], environment: environment, terminal: .init(columns: 80)).isUnicode == isUnicode)
  }

  @Test(
    "has colour on a terminal only, and not where the environment forbids it",
    arguments: [
      ([:], true), (["NO_COLOR": ""], true), (["NO_COLOR": "1"], false), (["NO_COLOR": "0"], false),
      (["TERM": "dumb"], false), (["TERM": "xterm"], true),
    ])
  func color(environment: [String: String], isColored: Bool) throws {
    #expect(try look([], environment: environment, terminal: .init(columns: 80)).isColored == isColored)
    #expect(
      try look(["--color=auto"], environment: environment, terminal: .init(columns: 80)).isColored
        == isColored)
    #expect(
      try look(["--color=never"], environment: environment, terminal: .init(columns: 80)).isColored == false)
    #expect(try look(["--color=always"], environment: environment).isColored)
  }

  @Test("follows the options, on a terminal and off")
  func options() throws {
    for terminal in [nil, Invocation.TerminalFacts(columns: 120)] {
      let environment = ["LANG": "C.UTF-8"]
      #expect(try look(["--width", "40"], environment: environment, terminal: terminal).width == 40)
      #expect(try !look(["--ascii"], environment: environment, terminal: terminal).isUnicode)
    }
  }
}
