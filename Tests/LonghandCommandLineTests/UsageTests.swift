import LonghandCommandLine
import Testing

@Suite("A wrong call")
struct UsageTests {
  @Test(
    "ends with 2, prints no result, and says what is wrong and what may help",
    arguments: [
      (["rnu", "sum"], "there is no command `rnu`", "did you mean `run`?"),
      (
        ["sum"], "there is no command `sum`",
        "the commands are run, site, step, play, practice, worksheet, quiz, compare, answer, try, check, claims, claim, list, progress, completions, help"
      ),
      (
        [""], "there is no command ``",
        "the commands are run, site, step, play, practice, worksheet, quiz, compare, answer, try, check, claims, claim, list, progress, completions, help"
      ),
      (["run", "smu"], "there is no lesson `smu`", "did you mean `sum`?"),
      (["run", "q"], "there is no lesson `q`", "the lessons are sum, other-sum"),
      (["check", "smu"], "there is no lesson `smu`", "did you mean `sum`?"),
      (["run", ""], "an empty argument names no lesson", ""),
      (["run"], "`run` needs a lesson", "usage: longhand run [OPTION…] LESSON…"),
      (["run", "--ascii"], "`run` needs a lesson", "usage: longhand run"),
      (["run", "--asci", "sum"], "there is no option `--asci`", "did you mean `--ascii`?"),
      (["--asci"], "there is no option `--asci`", "did you mean `--ascii`?"),
      (["run", "-x", "sum"], "there is no option `-x`", "`longhand help run`"),
      (["run", "--ascii=yes", "sum"], "`--ascii` takes no value", ""),
      (["check", "--ascii"], "`check` has no option `--ascii`", "`longhand help check`"),
      (["--update", "run", "sum"], "`run` has no option `--update`", "`longhand help run`"),
      (["run", "sum", "--decimals"], "`--decimals` needs a value", "--decimals N"),
      (["run", "--decimals", "--ascii", "sum"], "`--decimals` needs a value", "--decimals N"),
      (["run", "--decimals", "13", "sum"], "`--decimals` takes a whole number from 0 to 12, not `13`", ""),
      (["run", "--decimals=-1", "sum"], "`--decimals` takes a whole number from 0 to 12, not `-1`", ""),
      (["run", "--decimals=", "sum"], "`--decimals` takes a whole number from 0 to 12, not ``", ""),
      (["run", "--decimals", "2.5", "sum"], "not `2.5`", ""),
      (["run", "--width", "0", "sum"], "`--width` takes a whole number from 20 to 500, not `0`", ""),
      (["run", "--width", "501", "sum"], "not `501`", ""),
      (["run", "--width", "99999999999999999999", "sum"], "not `99999999999999999999`", ""),
      (["run", "--color", "maybe", "sum"], "`--color` takes auto, always or never, not `maybe`", ""),
      (["run", "--set", "w5", "sum"], "`--set` takes NAME=VALUE, not `w5`", "--set w5=0.7"),
      (["run", "--set", "=3", "sum"], "`--set` takes NAME=VALUE, not `=3`", "--set w5=0.7"),
      (["run", "--set=", "sum"], "`--set` takes NAME=VALUE, not ``", ""),
      (["run", "--set", "w5=", "sum"], "`--set w5=` lacks the value", "--set w5=0.7"),
      (["run", "--set", "w5=abc", "sum"], "`abc` in `--set w5=abc` is not a finite number", ""),
      (["run", "--set", "w5=1e999", "sum"], "`1e999` in `--set w5=1e999` is not a finite number", ""),
      (["run", "--set", "w5=nan", "sum"], "`nan` in `--set w5=nan` is not a finite number", ""),
      (["run", "--set", "w5==1", "sum"], "`=1` in `--set w5==1` is not a finite number", ""),
      (["run", "--set", "w5=1", "--set", "w5=2", "sum"], "`--set` gives `w5` twice", ""),
      (["run", "--set", "w6=1", "sum"], "`sum` has no given number `w6`", "its given numbers are w5"),
      (["run", "--set", "rate=1", "sum"], "`sum` has no given number `rate`", "its given numbers are w5"),
      (["run", "-", "-"], "standard input, `-`, can be read once only", ""),
      (["check", "--update", "-"], "`<stdin>` is no lesson of the course", ""),
      (["help", "rnu"], "there is no command, topic or word `rnu`", "did you mean `run`?"),
      (["help", "fromat"], "there is no command, topic or word `fromat`", "did you mean `format`?"),
      (
        ["help", "q"], "there is no command, topic or word `q`",
        "the topics are format, functions, words, style"
      ),
      (["format"], "there is no command `format`", "`longhand help format` explains this topic"),
      (
        ["help", "run", "check"], "`help` explains one command or topic", "[OPTION…] [COMMAND | TOPIC | WORD]"
      ),
      (["list", "sum"], "`list` takes no lesson", "`longhand run LESSON`"),
      (["run", "--lessons", "nowhere", "sum"], "there are no lessons in `nowhere`", ""),
      (["run", "--lessons", "", "sum"], "there are no lessons in ``", ""),
    ])
  func wrong(arguments: [String], message: String, help: String) throws {
    let outcome = longhand(arguments, in: try TemporaryFolder(Lessons.course))
    #expect(outcome.status == .wrongUsage)
    #expect(outcome.results.isEmpty)
    #expect(outcome.messages.hasPrefix("longhand: "))
    #expect(outcome.messages.contains(message))
    #expect(outcome.messages.contains(help))
  }

  @Test("does not let an argument steer the terminal")
  func control() throws {
    let outcome = longhand(["run", "\u{1B}[2J\nsum"], in: try TemporaryFolder(Lessons.course))
    #expect(outcome.messages.hasPrefix("longhand: there is no lesson `\u{FFFD}[2J"))
    #expect(!outcome.messages.contains("\u{1B}"))
  }

  @Test("with an absurdly long argument gives a message of moderate length")
  func long() throws {
    let outcome = longhand(
      ["run", String(repeating: "x", count: 100_000)], in: try TemporaryFolder(Lessons.course))
    #expect(outcome.status == .wrongUsage)
    #expect(outcome.messages.utf8.count < 5_000)
  }
}
