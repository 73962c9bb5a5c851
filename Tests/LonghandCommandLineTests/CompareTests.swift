import Foundation
import LonghandCommandLine
import Testing

@Suite("Compare")
struct CompareTests {
  private static let chain = Lessons.lesson(
    "A chain",
    calc: """
      input x = 0.5
      param w = 0.7, v = -0.4
      const rate = 0.1
      a = w*x
      h = sigmoid(a)
      y = v*h
      L = 1/2*(y - 1)^2
      explain ∂L/∂w
      update w, v to reduce L with sgd(rate: rate)
      forward
      """, check: "")

  /// What a file of these bytes is told.
  private func marked(_ text: String, named name: String = "ada.txt", _ options: [String] = []) throws
    -> Outcome
  {
    let folder = try TemporaryFolder([("Lessons/11-chain.md", Self.chain), (name, text)])
    return longhand(["compare", "chain", name] + options, in: folder)
  }

  @Test("tells what is right, what follows, and what is wrong here")
  func verdicts() throws {
    // h without its sigmoid; y and L follow from it.
    let outcome = try marked("a = 0.35\nh = 0.35\ny = -0.14\nL = 0.6498\n")
    #expect(outcome.status == .success && outcome.messages.isEmpty)
    #expect(outcome.results.contains("ada.txt: 1 right, 2 right for your numbers, 1 wrong here\n"))
    #expect(outcome.results.contains("  Look at h first.\n"))
    #expect(outcome.results.contains("h = 0.35    wrong here: is what comes out with a in place of σ(a)\n"))
    #expect(outcome.results.contains("y = −0.14   right for your numbers: follows from your h\n"))
  }

  @Test(
    "reads the same numbers in any form",
    arguments: [
      ("ada.txt", "a: 0.35\n h=0.586618 # sigmoid\n"), ("ada.csv", "name,value\na,0.35\nh,0.586618\n"),
      ("ada.csv", "\u{FEFF}a;\"0.35\"\r\nH;0.586618\r\n"), ("ada.tsv", "a\t0.35\nh\t0.586618\n"),
      ("ada.json", #"{"a": 0.35, "h": "0.586618"}"#), ("ada.txt", "a = 0.7*0.5 = 0.35\nh = 0.586618\n"),
    ])
  func forms(name: String, text: String) throws {
    let outcome = try marked(text, named: name, ["--csv", "--no-header"])
    #expect(outcome.status == .success && outcome.messages.isEmpty)
    #expect(outcome.results.hasPrefix("\(name),,2,12,2,0,0,,,,right,right,"))
  }

  @Test("reads a worksheet that was filled, with its workings on several lines and rules that were left open")
  func filled() throws {
    let outcome = try marked(
      """
      A chain
      =======

          a = w·x = 0.7·0.5 = 0.35      # a comment

          h = σ(a) = 1/(1 + e^(−a))
            = 1/(1 + 0.704688)
            = 0.58662

          y = v·h
            = ________·________
            = ________
            = -0.1

      """)
    #expect(outcome.results.contains("ada.txt: 2 right, 1 wrong here\n"))
    #expect(outcome.results.contains("h = 0.58662"))
    let open = try marked("a = 0.35\nh = ________\n")
    #expect(open.results.contains("ada.txt: 1 right\n") && !open.results.contains("which is no number"))
  }

  @Test(
    "finds derivatives and new params by the names that people give them",
    arguments: ["dL/dw", "grad_w", "dE_dw", "∂L/∂w"])
  func names(name: String) throws {
    let outcome = try marked("\(name) = 0.0599\nw_new = 0.69401\nv' = -0.32760\n")
    #expect(
      outcome.results.contains("∂L/∂w = ") && outcome.results.contains("w (2) = ")
        && outcome.results.contains("v (2) = "))
    #expect(!outcome.results.contains("no number of this lesson"))
  }

  @Test(
    "tells in a line why a number is none",
    arguments: [
      ("a = NaN", "`a` is `NaN`, which is no number"),
      ("a = 1e999", "`a` is `1e999`, which is too large or too small for a number"),
      ("a = 0,35", "`a` is `0,35`: write a point in place of the comma"),
      ("a = 1,234.5", "`a` is `1,234.5`: write it without signs between the thousands"),
      ("a = =cmd()", "`a` is `=cmd()`, a formula of a spreadsheet: hand in its number"),
      ("a = 0.35\na = 0.36\na = 0.37", "handed in"), ("aa = 1", "`aa` is no number of this lesson"),
    ])
  func numbers(text: String, remark: String) throws {
    let outcome = try marked(text + "\nh = 0.58662\n")
    #expect(outcome.status == .success)
    #expect(
      outcome.results.contains(remark) && outcome.results.contains("h = 0.58662  right"), "\(outcome.results)"
    )
  }

  @Test("marks the other files where one cannot be read, and ends with 1")
  func unreadable() throws {
    let folder = try TemporaryFolder([
      ("Lessons/11-chain.md", Self.chain), ("empty.txt", ""), ("words.txt", "I do not know\n"),
      ("broken.json", "{\"a\": NaN}"), ("twice.json", #"{"a": 1, "a": 2}"#), ("ada.txt", "a = 0.35\n"),
      ("huge.txt", String(repeating: "a = 0.35\n", count: 200_000)),
      ("many.txt", (0..<20_000).map { "n\($0) = 1\n" }.joined()), ("zero.txt", "a = 1\u{0}\n"),
    ])
    let files = [
      "empty.txt", "words.txt", "broken.json", "twice.json", "ada.txt", "huge.txt", "many.txt", "zero.txt",
      "no.txt",
    ]
    let outcome = longhand(["compare", "chain", "--csv"] + files, in: folder)
    #expect(outcome.status == .failure)
    #expect(outcome.results.split(separator: "\n").count == files.count + 1)
    #expect(outcome.results.contains("\nada.txt,,1,12,1,0,0,,,,right,"))
    #expect(outcome.messages.split(separator: "\n").count == files.count - 1)
    #expect(outcome.messages.contains("`huge.txt` is larger than 1 MB, the most that is read"))
    #expect(outcome.messages.contains("it has more than 10,000 numbers, which no sheet has"))
  }

  @Test("refuses bytes that are no text, and a file of 100 MB, in a line each")
  func bytes() throws {
    let folder = try TemporaryFolder([
      ("Lessons/11-chain.md", Self.chain), ("ada.txt", "a = 0.35\n"), ("large.txt", ""),
      ("names.json", "{" + (0..<60_000).map { "\"n\($0)\": 1" }.joined(separator: ",") + "}"),
    ])
    try Data([0x61, 0x20, 0x3D, 0x20, 0xFF, 0xFE, 0x31]).write(to: folder.url("latin.txt"))
    let handle = try FileHandle(forWritingTo: folder.url("large.txt"))
    try handle.truncate(atOffset: 100_000_000)
    try handle.close()
    let files = ["latin.txt", "large.txt", "names.json", "ada.txt"]
    let outcome = longhand(["compare", "chain", "--csv", "--no-header"] + files, in: folder)
    #expect(outcome.status == .failure)
    let rows = outcome.results.split(separator: "\n")
    #expect(rows.count == 4 && rows[3].hasPrefix("ada.txt,,1,12,1,0,0,"))
    #expect(rows[0].contains("UTF-8"), "\(rows[0])")
    #expect(rows[1].contains("is larger than 1 MB"), "\(rows[1])")
    #expect(rows[2].contains("more than 10,000 numbers"), "\(rows[2])")
    #expect(outcome.messages.split(separator: "\n").count == 3)
  }

  // MARK: Variants

  private static let varied =
    Self.chain + "\n```vary\nx in 0.1...0.9 step 0.1\nw in 0.1...0.9 step 0.1\n```\n"

  /// What a variant's a = w·x is.
  private func product(ofVariant variant: String, in folder: TemporaryFolder) throws -> String {
    let page = longhand(["run", "chain", "--variant", variant], in: folder).results
    let line = try #require(page.split(separator: "\n").first { $0.contains("a = w·x = ") })
    return String(try #require(line.split(separator: " ").last))
  }

  @Test("holds each file against the variant that it is named after, or that a list has for it")
  func variants() throws {
    let folder = try TemporaryFolder([("Lessons/11-chain.md", Self.varied)])
    let names = ["3", "ada l", "77"]
    for name in names {
      try folder.write("a = \(try product(ofVariant: name, in: folder))\n", to: "\(name).txt")
    }
    let files = names.map { $0 + ".txt" }
    let byName = longhand(
      ["compare", "chain", "--csv", "--no-header", "--variant-from", "name"] + files, in: folder)
    #expect(byName.status == .success && byName.messages.isEmpty)
    for (row, name) in zip(byName.results.split(separator: "\n"), names) {
      #expect(row.hasPrefix("\(name).txt,\(name),1,12,1,0,0,"), "\(row)")
    }
    // The list gives each another variant's numbers, and lacks one.
    try folder.write("name,variant\n3,ada l\nada l.txt,ada l\n", to: "class.csv")
    let listed = longhand(
      ["compare", "chain", "--csv", "--no-header", "--variant-from", "class.csv"] + files, in: folder)
    #expect(listed.status == .failure)
    let rows = listed.results.split(separator: "\n")
    #expect(rows[0].hasPrefix("3.txt,ada l,0,12,0,0,1,a,"), "\(rows[0])")
    #expect(rows[1].hasPrefix("ada l.txt,ada l,1,12,1,0,0,"), "\(rows[1])")
    #expect(rows[2].contains("the list of variants has no `77`"), "\(rows[2])")
    #expect(listed.messages.contains("`77.txt` is not marked"))
  }

  @Test(
    "says what is wrong with a list of variants",
    arguments: [
      ("class.csv", "ada,1\nada,2\n", "`ada` is listed with two variants, `1` and `2`"),
      ("class", "", "takes `name`, or a list"),
      ("none.csv", "", "cannot read `none.csv`"),
    ])
  func roster(name: String, text: String, message: String) throws {
    let folder = try TemporaryFolder([
      ("Lessons/11-chain.md", Self.varied), ("ada.txt", "a = 1\n"), ("class.csv", text),
    ])
    let outcome = longhand(["compare", "chain", "ada.txt", "--variant-from", name], in: folder)
    #expect(outcome.status != .success && outcome.results.isEmpty)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
  }

  @Test("prints cells that no spreadsheet works out")
  func cells() throws {
    let outcome = try marked("=HYPERLINK(1) = 2\na = 0.35\n", named: "=cmd.txt", ["--csv", "--no-header"])
    #expect(outcome.results.hasPrefix("'=cmd.txt,"))
  }

  @Test("gives the same rows in parts as in one")
  func shards() throws {
    let files = (1...7).map { ("f\($0).txt", "a = 0.35\nh = 0.\($0)\n") }
    let folder = try TemporaryFolder([("Lessons/11-chain.md", Self.chain)] + files)
    let call = ["compare", "chain", "--csv"] + files.map(\.0)
    let whole = longhand(call, in: folder).results
    let parts = (1...3).map { longhand(call + ["--shard", "\($0)/3"], in: folder).results }
    #expect(parts.joined() == whole)
    #expect(longhand(call + ["--shard", "4/3"], in: folder).status == .wrongUsage)
  }

  @Test("gives marks by a scheme, and ends several files with what most have missed")
  func scheme() throws {
    let folder = try TemporaryFolder([
      ("Lessons/11-chain.md", Self.chain), ("marks.csv", "name,marks\nh,3\ny,2\n"),
      ("a.txt", "h = 0.35\ny = -0.14\n"), ("b.txt", "h = 0.58662\ny = -0.23465\n"),
    ])
    let outcome = longhand(["compare", "chain", "a.txt", "b.txt", "--scheme", "marks.csv"], in: folder)
    #expect(outcome.results.contains("  marks: 2 of 5\n") && outcome.results.contains("  marks: 5 of 5\n"))
    #expect(
      outcome.results.hasSuffix(
        "2 files marked: 2 to 5 of 5 marks, 3.5 on average\n  wrong in 1: h (function left out 1)\n"))
  }

  @Test("carries nothing forward from a 0")
  func zero() throws {
    let outcome = try marked("h = 0\ny = 0\nL = 0.5\n")
    #expect(outcome.results.contains("as it was handed in, which carries nothing"))
    #expect(!outcome.results.contains("right for your numbers"))
  }
}
