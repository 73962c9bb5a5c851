import Foundation
import LonghandCommandLine
import TestSupport
import Testing

@Suite("Worksheets")
struct WorksheetTests {
  /// The formats beside text.
  private static let formats = [
    ("html", "html"), ("markdown", "md"), ("latex", "tex"), ("notebook", "ipynb"),
  ]

  /// The numbers with a point that stand in a text, as they are written there.
  private static func numbers(in text: String) -> Set<String> {
    Set(text.matches(of: /[0-9]+\.[0-9]+(e[-+−]?[0-9]+)?/).map { String($0.0) })
  }

  @Test(
    "have no number of their key, wherever one looks, but those that they print",
    arguments: ["backpropagation", "softmax", "costs-for-classification", "adam", "lstm", "the-zoo"],
    ["results", "working", "all"])
  func secrets(lesson: String, amount: String) throws {
    let folder = try TemporaryFolder([("lesson.md", try CourseFolder.text(of: lesson).withBriefTraining)])
    func sheet(_ format: String, _ ending: String) throws -> String {
      let outcome = longhand(
        [
          "worksheet", "./lesson.md", "--variant", "7", "--blank", amount, "--format", format, "--output",
          "sheet.\(ending)",
        ], in: folder)
      #expect(outcome.status == .success, "\(outcome.messages)")
      return try #require(folder.text("sheet.\(ending)"))
    }
    let text = try sheet("text", "txt")
    let key = try #require(folder.text("sheet-key.txt"))
    let printed = Self.numbers(in: text)
    let hidden = Self.numbers(in: key).subtracting(printed).filter { $0.utf8.count > 5 }
    #expect(!hidden.isEmpty)
    for (format, sheet) in [("text", text)] + (try Self.formats.map { ($0, try sheet($0, $1)) }) {
      let found = Self.numbers(in: sheet).subtracting(printed)
      for number in hidden {
        // With one digit less it would be given away as well, and with more.
        let beginning = number.contains("e") ? number : String(number.dropLast())
        #expect(!found.contains { $0.hasPrefix(beginning) }, "\(number) in \(format)")
        #expect(number.utf8.count < 7 || !sheet.contains(number) || printed.contains { $0.contains(number) })
      }
      let isOfTeX = ["latex", "markdown", "notebook"].contains(format)
      #expect(sheet.contains(isOfTeX ? "rule{5em}" : "________"))
    }
  }

  @Test("leave results open, or numbers, too, or all but what is asked for")
  func amounts() throws {
    let lesson = Lessons.lesson("Sums", calc: "input x = 2\nparam w = 0.25\nh = w*x + 1", check: "h = 1.5")
    let folder = try TemporaryFolder([("Lessons/11-sums.md", lesson)])
    func sheet(_ options: String...) -> String {
      let outcome = longhand(["worksheet", "sums"] + options, in: folder)
      #expect(outcome.status == .success && outcome.messages.isEmpty)
      return outcome.results
    }
    let head = """
      Sums
      ====

      Work out each number that has a rule in its place, to 5 decimals; further digits
      are rounded.

          input   x = 2
          param   w = 0.25


      """
    #expect(
      sheet() == head
        + "    h = w·x + 1\n      = 0.25·2 + 1\n      = ________ + 1\n      = ________\n")
    #expect(sheet("--blank", "working") == head + "    h = w·x + 1 = ________\n")
    #expect(sheet("--blank", "all") == head + "    h = ________\n")
    #expect(sheet("--key").contains("      = 0.5 + 1\n      = 1.5\n"))
  }

  @Test("of a class stand in a folder, each with its key in another, whatever the cores and the parts")
  func roster() throws {
    let roster = "name,variant\nada,17\nbob,4711\nzoë,s-1\n"
    let folder = try TemporaryFolder([("class.csv", roster)])
    func make(_ place: String, _ options: String...) -> Outcome {
      longhand(
        [
          "worksheet", "backpropagation", "--roster", "class.csv", "--output", place, "--lessons",
          CourseFolder.lessons,
        ]
          + options, in: folder)
    }
    #expect(make("all/").status == .success)
    for part in 1...2 { #expect(make("parts/", "--shard", "\(part)/2").status == .success) }
    for name in ["ada", "bob", "zoë"] {
      for place in ["\(name).txt", "keys/\(name).txt"] {
        let text = try #require(folder.text("all/\(place)"))
        #expect(folder.text("parts/\(place)") == text)
        #expect(text.hasPrefix("variant "))
      }
    }
    #expect(try folder.contents("all") == ["ada.txt", "bob.txt", "keys", "zoë.txt"])

    // The key of a sheet is what its numbers are held against.
    let key = try #require(folder.text("all/keys/ada.txt"))
    let cost = try #require(key.firstMatch(of: /E_total = E_1 \+ E_2 = [^=]* = ([0-9.]+)\n/)?.1)
    try folder.write("E_total = \(cost)\n", to: "ada.txt")
    let marked = longhand(
      [
        "compare", "backpropagation", "ada.txt", "--variant-from", "./class.csv", "--lessons",
        CourseFolder.lessons,
      ], in: folder)
    #expect(
      marked.status == .success && marked.results.contains("1 right"), "\(marked.results)\(marked.messages)")
  }

  @Test("say the variant's name on every page that is printed")
  func marks() throws {
    let folder = try TemporaryFolder()
    func sheet(_ format: String) -> String {
      longhand(
        [
          "worksheet", "backpropagation", "--variant", "s_1<b>", "--format", format, "--lessons",
          CourseFolder.lessons,
        ], in: folder
      ).results
    }
    #expect(sheet("text").hasPrefix("variant s_1<b>\n"))
    #expect(sheet("latex").contains("\\pagestyle{myheadings}\\markright{variant s\\_1"))
    #expect(sheet("html").contains("<header><p>variant s_1&lt;b&gt;</p></header>"))
    #expect(sheet("html").contains("@media print { header { position: fixed;"))
  }

  @Test(
    "are refused in a line where there is none to be made",
    arguments: [
      (["sum", "--variants", "3"], "many sheets go to a folder, and their keys to another in it"),
      (
        ["sum", "--variants", "3", "--output", "a.txt"],
        "is the name of a file, and many sheets go to a folder"
      ),
      (["sum", "--format", "json"], "no sheet is written as json"),
      (["sum", "--format", "htm"], "there is no format `htm`"),
      (["sum", "--blank", "some"], "`--blank` takes results, working or all, not `some`"),
      (["sum", "--variants", "2", "--variant", "3", "--output", "x/"], "do not go together"),
      (["sum", "--shard", "1/2"], "`--shard` goes with `--variants` or `--roster`"),
      (["sum", "--key", "--output", "x/"], "with `--output` it is written beside its sheet"),
      ([], "`worksheet` needs a lesson"), (["sum", "other-sum"], "takes one lesson at a time"),
      (["sum", "--roster", "bad.csv", "--output", "x/"], "`../eve` cannot be the name of a file"),
      (["sum", "--roster", "none.csv", "--output", "x/"], "cannot read `none.csv`"),
      (["sum", "--roster", "two.csv", "--output", "x/"], "`ada` is listed with two variants, `1` and `2`"),
    ])
  func refusals(arguments: [String], message: String) throws {
    let folder = try TemporaryFolder(
      Lessons.course + [("bad.csv", "../eve,1\n"), ("two.csv", "ada,1\nada,2\n")])
    let outcome = longhand(["worksheet"] + arguments, in: folder)
    #expect(outcome.status != .success && outcome.results.isEmpty)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
  }

  @Test("take the place of earlier sheets, and of nothing else unless they are forced to")
  func overwriting() throws {
    let folder = try TemporaryFolder(Lessons.course + [("x/sum.txt", "My own notes.\n")])
    func make(_ options: String...) -> Outcome {
      longhand(["worksheet", "sum", "--output", "x/"] + options, in: folder)
    }
    let refused = make()
    #expect(refused.status == .failure && refused.messages.contains("--force overwrites it"))
    #expect(folder.text("x/sum.txt") == "My own notes.\n")
    #expect(make("--force").status == .success && make("--blank", "all").status == .success)
    #expect(folder.text("x/sum.txt")?.contains("s = ________") == true)
  }
}
