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
  ) throws -> (width: Int, isUnicode: Bool, isInked: Bool) {
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
    "on a terminal is as wide as the terminal, within bounds, but running text has at most 80 columns",
    arguments: [(60, 60), (7, 20), (80, 80), (81, 80), (1_000, 80)])
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
    "has ink on a terminal only, and no colour where the environment forbids it",
    arguments: [
      ([:], "1 36"), (["NO_COLOR": ""], "1 36"), (["NO_COLOR": "1"], "1"), (["NO_COLOR": "0"], "1"),
      (["TERM": "dumb"], ""), (["TERM": "dumb", "COLORTERM": "truecolor"], ""), (["TERM": "xterm"], "1 36"),
      (["COLORTERM": "truecolor", "NO_COLOR": "1"], "1"),
    ])
  func color(environment: [String: String], codes: String) throws {
    let terminal = Invocation.TerminalFacts(columns: 80)
    #expect(try self.codes([], environment, terminal) == codes)
    #expect(try self.codes(["--color=auto"], environment, terminal) == codes)
    #expect(try self.codes(["--color=never"], environment, terminal) == "")
    #expect(try self.codes([], environment, nil) == "")
    for terminal in [nil, terminal] {
      #expect(try self.codes(["--color=always"], environment, terminal) == "1 36")
    }
  }

  @Test(
    "has colours of 24 bits in pictures where the terminal says that it knows them",
    arguments: [
      ([:], false), (["COLORTERM": "truecolor"], true), (["COLORTERM": "24bit"], true),
      (["COLORTERM": "1"], false),
      (["COLORTERM": "24bit", "NO_COLOR": "1"], false), (["COLORTERM": "24bit", "TERM": "dumb"], false),
    ])
  func fineColors(environment: [String: String], isFine: Bool) throws {
    let environment = environment.merging(["LANG": "C.UTF-8"]) { $1 }
    let lesson = Lessons.fine.replacing("w5 + 0.25", with: "w5 + 0.25\nplot w5*x for x in 0...1")
    let outcome = longhand(
      ["run", "-"], in: try TemporaryFolder(), environment: environment, terminal: .init(columns: 80),
      standardInput: lesson)
    #expect(outcome.status == .success, "\(outcome.messages)")
    #expect(outcome.results.contains("\u{1B}[1;38;2;") == isFine)
    #expect(
      outcome.results.contains { ("\u{2801}"..."\u{28FF}").contains($0) } == (environment["TERM"] != "dumb"))
  }

  /// The codes of a heading and of a given number, if there are any.
  private func codes(
    _ options: [String], _ environment: [String: String], _ terminal: Invocation.TerminalFacts?
  ) throws -> String {
    let outcome = longhand(
      ["run", "-"] + options, in: try TemporaryFolder(), environment: environment, terminal: terminal,
      standardInput: Lessons.fine)
    let codes = outcome.results.matches(of: /\u{1B}\[([0-9;]+)m/).map { String($0.output.1) }
    #expect(codes.allSatisfy { !$0.hasPrefix("38") })
    return ["1", "36"].filter(codes.contains).joined(separator: " ")
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
