import Foundation
import LessonRuntime
import Stepper
import Testing

@testable import LonghandCommandLine

@Suite("Progress")
struct ProgressTests {
  private static func step(
    _ name: String, _ text: String? = nil, repetition: Int = 0, kind: LessonStep.Kind = .statement
  ) -> LessonStep {
    LessonStep(name: name, text: text ?? "\(name) = 1", repetition: repetition, kind: kind)
  }

  private let x = step("x")
  private let y = step("y")
  private let folder: TemporaryFolder
  private var environment: [String: String] { ["HOME": folder.path] }
  private static let path = TemporaryFolder.progress

  init() throws { folder = try TemporaryFolder() }

  /// What is kept after `notes` were saved.
  private func saved(_ notes: (inout Progress) -> Void) -> Progress {
    var progress = Progress(environment: environment)
    notes(&progress)
    #expect(progress.save() == nil)
    return Progress(environment: environment)
  }

  @Test("is kept from call to call, a line a step")
  func kept() throws {
    let kept = saved {
      $0.note(x, .read, in: "sum")
      $0.note(y, .answered, in: "sum")
      $0.leaveOff(at: y, in: "sum")
    }
    #expect(kept.state(of: x, in: "sum") == .read)
    #expect(kept.state(of: y, in: "sum") == .answered)
    #expect(kept.state(of: x, in: "other") == nil)
    #expect(kept.place(in: "sum", [x, y]) == 1)
    #expect(kept.lessons == ["sum"])
    let lines = try #require(folder.text(Self.path)).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("# "))
    #expect(lines[1] == "sum\t\(Fingerprint(x).text)\tread\tx")
    #expect(lines[3].hasSuffix("\there\ty"))
  }

  @Test("keeps what was replied, in lines that are passed over by who does not know them")
  func replies() throws {
    let kept = saved {
      $0.note(x, .answered, in: "sum")
      $0.note(x, reply: "1\t2\\", in: "sum")
      $0.note(x, reply: "0.5*w", in: "sum")
    }
    #expect(kept.reply(to: x, in: "sum") == "0.5*w")
    #expect(kept.reply(to: y, in: "sum") == nil && kept.reply(to: x, in: "other") == nil)
    #expect(kept.state(of: x, in: "sum") == .answered)
    let text = try #require(folder.text(Self.path))
    #expect(text.hasSuffix("\treply\tx\t0.5*w\n"))
    // A file of before has no such lines, and one with more fields is another's.
    try folder.write(
      "sum\t\(Fingerprint(x).text)\tanswered\tx\nsum\t\(Fingerprint(x).text)\tread\tx\ty\n", to: Self.path)
    let old = Progress(environment: environment)
    #expect(old.state(of: x, in: "sum") == .answered && old.reply(to: x, in: "sum") == nil)
    for reply in ["\t", "\u{1B}[2J", "\\", "", "a\nb"] {
      #expect(saved { $0.note(x, reply: reply, in: "sum") }.reply(to: x, in: "sum") == reply)
    }
  }

  @Test("keeps the bookmark of a lesson, and of a step that has changed the step")
  func bookmarks() throws {
    let kept = saved {
      $0.mark(Place(step: 0, part: 1, beat: 2), in: "sum", [x, y])
      $0.mark(Place(step: 1, part: 0, beat: 3), in: "sum", [x, y])
      $0.note(x, .read, in: "sum")
    }
    #expect(kept.bookmark(in: "sum", [x, y]) == Place(step: 1, part: 0, beat: 3))
    #expect(kept.bookmark(in: "sum", [x]) == nil && kept.bookmark(in: "other", [x, y]) == nil)
    #expect(kept.bookmark(in: "sum", [x, Self.step("y", "y = 2")]) == Place(step: 1))
    #expect(folder.text(Self.path)?.contains("\tbookmark\ty\t0\t3\n") == true)
    #expect(kept.states(in: "sum") == [.read])
    #expect(saved { $0.forget("sum") }.bookmark(in: "sum", [x, y]) == nil)
    for broken in ["bookmark\ty", "bookmark\ty\t0", "bookmark\ty\ta\t3", "bookmark\ty\t0\t3\t3"] {
      try folder.write("sum\t\(Fingerprint(y).text)\t\(broken)\n", to: Self.path)
      #expect(Progress(environment: environment).bookmark(in: "sum", [x, y]) == nil, "\(broken)")
    }
  }

  @Test("keeps one pace, for all lessons, until all is forgotten")
  func pace() throws {
    #expect(Progress(environment: environment).pace == nil)
    for pace in ReadingPace.allCases {
      let kept = saved {
        $0.read(at: .line)
        $0.note(x, .read, in: "sum")
        $0.read(at: pace)
      }
      #expect(kept.pace == pace)
      #expect(folder.text(Self.path)?.split(separator: "\n").count == 3)
    }
    #expect(folder.text(Self.path)?.contains("\npace\tsection\n") == true)
    #expect(saved { $0.forget("sum") }.pace == .section)
    #expect(saved { $0.forgetAll() }.pace == nil)
    for broken in ["pace", "pace\tpage", "pace\tline\t", "Pace\tline"] {
      try folder.write(broken + "\n", to: Self.path)
      #expect(saved { $0.note(y, .read, in: "sum") }.pace == nil, "\(broken)")
      #expect(folder.text(Self.path)?.hasPrefix(broken + "\n") == true)
    }
  }

  @Test(
    "has the 64-bit FNV-1a hash of a text, as its authors publish it",
    arguments: [
      ("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8"),
      ("a\nb", Fingerprint(step("s", "a\r\nb")).text), ("a\nb", Fingerprint(step("s", "a\rb")).text),
    ])
  func fingerprint(text: String, hash: String) {
    #expect(Fingerprint(Self.step("s", text)).text == hash)
    #expect(Fingerprint(Self.step("other", text, repetition: 1)).text != hash)
  }

  @Test("is lost for a step whose text changes, and not for one that only moves")
  func changed() {
    let checks = (0..<3).map { Self.step("check (\($0))", "x = \($0)") }
    let kept = saved { progress in
      for check in checks { progress.note(check, .read, in: "sum") }
    }
    let edited = [
      Self.step("check (0)", "x = 0"), Self.step("check (1)", "new"), Self.step("check (2)", "x = 1"),
      Self.step("check (3)", "x = 2 -- edited"), Self.step("z"),
    ]
    let standing = LessonStanding(kept, of: edited, in: "sum")
    #expect(standing.states == [.read, nil, .read, nil, nil])
    // The second text is new, under a name that another one had before; the fourth one's name is new too.
    #expect(standing.isChanged == [false, false, false, false, false])
    let renamed = [checks[0], Self.step("check (1)", "edited"), checks[2]]
    #expect(LessonStanding(kept, of: renamed, in: "sum").isChanged == [false, true, false])
  }

  @Test(
    "of a step is the best that was ever noted, in any order",
    arguments: [
      [StepState.read, .skipped], [.skipped, .givenUp], [.givenUp, .answered], [.read, .answered],
    ])
  func best(states: [StepState]) {
    for order in [states, states.reversed()] {
      let kept = saved { progress in
        progress.forgetAll()
        for state in order { progress.note(x, state, in: "sum") }
      }
      #expect(kept.state(of: x, in: "sum") == states[1])
    }
  }

  @Test("of two terminals is put together, and the place is that of the last one")
  func merged() throws {
    var (one, other) = (Progress(environment: environment), Progress(environment: environment))
    one.note(x, .answered, in: "sum")
    one.leaveOff(at: x, in: "sum")
    other.note(x, .givenUp, in: "sum")
    other.note(y, .read, in: "other")
    other.leaveOff(at: y, in: "sum")
    #expect(one.save() == nil && other.save() == nil)
    for progress in [other, Progress(environment: environment)] {
      #expect(progress.state(of: x, in: "sum") == .answered)
      #expect(progress.state(of: y, in: "other") == .read)
      #expect(progress.place(in: "sum", [x, y]) == 1)
    }
  }

  @Test("of many writers at once is that of all of them")
  func crowd() async {
    await withTaskGroup { group in
      for number in 0..<8 {
        group.addTask { [environment] in
          for step in 0..<5 {
            var progress = Progress(environment: environment, patience: 60_000)
            progress.note(Self.step("s\(number).\(step)"), .read, in: "sum")
            _ = progress.save()
          }
        }
      }
    }
    #expect(Progress(environment: environment).states(in: "sum").count == 40)
  }

  @Test("is written all the same where somebody holds the lock and does not give it up")
  func stuck() throws {
    try folder.write("", to: Self.path)
    let lock = try #require(FileLock(path: folder.path + "/" + Self.path + ".lock"))
    defer { lock.release() }
    var progress = Progress(environment: environment, patience: 10)
    progress.note(x, .read, in: "sum")
    #expect(progress.save() == nil)
    #expect(Progress(environment: environment).state(of: x, in: "sum") == .read)
  }

  @Test("is kept in the folder for state that the environment names")
  func folders() throws {
    for (variables, path) in [
      (["XDG_STATE_HOME": folder.path + "/state", "HOME": "/nowhere"], "state/longhand/progress"),
      (["XDG_STATE_HOME": "relative", "HOME": folder.path], Self.path),
      (["XDG_STATE_HOME": "", "HOME": folder.path], Self.path),
    ] {
      var progress = Progress(environment: variables)
      progress.note(x, .read, in: "sum")
      #expect(progress.save() == nil)
      #expect(folder.text(path) != nil)
      try FileManager.default.removeItem(at: folder.url(path))
    }
  }

  @Test("is not kept without a home, which is said once", arguments: [[:], ["HOME": "here"], ["HOME": ""]])
  func homeless(environment: [String: String]) {
    var progress = Progress(environment: environment)
    #expect(progress.problem == nil)
    progress.note(x, .read, in: "sum")
    #expect(progress.save()?.text.contains("HOME") == true)
    progress.note(y, .read, in: "sum")
    #expect(progress.save() == nil)
    #expect(progress.state(of: x, in: "sum") == .read)
  }

  @Test("is empty where the file cannot be read, which is said once, and leaves what is there")
  func unreadable() throws {
    let url = folder.url(Self.path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    let makers: [(String, (URL) throws -> Void)] = [
      (
        "is a directory",
        { try FileManager.default.createDirectory(at: $0, withIntermediateDirectories: false) }
      ),
      (
        "larger than 10 MB",
        { url in
          try Data().write(to: url)
          let file = try FileHandle(forWritingTo: url)
          try file.truncate(atOffset: 1_000_000_000)
          try file.close()
        }
      ),
      (
        "not supported",
        { url in
          try FileManager.default.createSymbolicLink(atPath: url.path, withDestinationPath: "/dev/zero")
        }
      ),
    ]
    for (reason, make) in makers {
      try make(url)
      var progress = Progress(environment: environment)
      #expect(progress.problem?.text.contains(reason) == true, "\(progress.problem?.text ?? "")")
      progress.note(x, .read, in: "sum")
      #expect(progress.save() == nil)
      #expect(progress.state(of: x, in: "sum") == .read)
      #expect(Progress(environment: environment).problem != nil)
      try FileManager.default.removeItem(at: url)
    }
  }

  @Test("is not kept where nothing can be written, which is said once")
  func readOnly() throws {
    try folder.write("", to: ".local")
    var progress = Progress(environment: environment)
    #expect(progress.problem == nil)
    progress.note(x, .read, in: "sum")
    #expect(progress.save()?.text.hasPrefix("longhand: cannot write `") == true)
    progress.note(y, .read, in: "sum")
    #expect(progress.save() == nil)
  }

  @Test("lets every line live that it does not know")
  func unknown() throws {
    let lines = [
      "# a remark", "sum\tffffffffffffffff\tbookmarked\tz", "sum\tread", "", "sum\tshort\tread\tx",
      "sum\t0123456789abcdef\tread\ta \\x", "sum\t0123456789abcdef\tread\tz\t2030-01-01", "\0\u{1}",
    ]
    let bytes = Data((lines.joined(separator: "\n") + "\n").utf8) + Data([0xFF, 0xFE, 0x0A])
    try folder.write("", to: Self.path)
    try bytes.write(to: folder.url(Self.path))
    let kept = saved { $0.note(x, .read, in: "sum") }
    #expect(kept.states(in: "sum") == [.read])
    let now = try Data(contentsOf: folder.url(Self.path))
    #expect(now.starts(with: bytes))
    #expect(now.dropFirst(bytes.count).elementsEqual("sum\t\(Fingerprint(x).text)\tread\tx\n".utf8))
  }

  @Test("is read from a file that somebody has edited: lines twice, other line ends, none at the end")
  func edited() throws {
    let hash = Fingerprint(x).text
    try folder.write(
      "sum\t\(hash)\tanswered\tx\r\nsum\t\(hash)\tread\tx\r\nsum\t\(Fingerprint(y).text)\tread\ty",
      to: Self.path)
    let progress = Progress(environment: environment)
    #expect(progress.state(of: x, in: "sum") == .answered)
    #expect(progress.state(of: y, in: "sum") == .read)
  }

  @Test(
    "keeps every name",
    arguments: [
      "a\tb", "a\nb\r\n", "\\t", "a\\u{1B}", "\u{1B}[2J", "# x", "", " ", "é", "\u{2028}\u{202E}", "👩‍👩‍👧",
    ])
  func names(name: String) throws {
    let step = Self.step(name, "text")
    let kept = saved {
      $0.note(step, .read, in: name)
      $0.leaveOff(at: step, in: name)
    }
    #expect(kept.lessons == [name])
    #expect(kept.fingerprints(ofStepsNamed: name, in: name) == [Fingerprint(step)])
    let text = try #require(folder.text(Self.path))
    #expect(text.split(separator: "\n").count == 3)
    #expect(!text.contains("\u{1B}"))
  }

  @Test("of a lesson can be forgotten, or of all")
  func forgotten() throws {
    try folder.write("sum\tlater\tversion\nother\tlater\tversion\n", to: Self.path)
    _ = saved {
      $0.note(x, .read, in: "sum")
      $0.note(x, .read, in: "other")
    }
    let kept = saved { $0.forget("sum") }
    #expect(kept.lessons == ["other"])
    #expect(folder.text(Self.path)?.contains("sum") == false)
    #expect(folder.text(Self.path)?.hasPrefix("other\tlater\tversion\n") == true)
    #expect(saved { $0.forgetAll() }.lessons.isEmpty)
    #expect(folder.text(Self.path) == "")
  }

  @Test("counts what is done: a question only when it is answered or given up")
  func counts() {
    let questions = (1...5).map { Self.step("question \($0)", kind: .question) }
    let steps = [x, y] + questions
    let kept = saved { progress in
      progress.note(x, .read, in: "sum")
      for (question, state) in zip(questions, [StepState.answered, .givenUp, .skipped, .read]) {
        progress.note(question, state, in: "sum")
      }
    }
    let standing = LessonStanding(kept, of: steps, in: "sum")
    #expect(standing.isBegun && !standing.isDone && !standing.isPassed)
    #expect((standing.doneCount, standing.stepCount) == (3, 7))
    #expect(standing.questionCount == 5)
    #expect([.answered, .givenUp, .skipped].map(standing.questionCount) == [1, 1, 1])
    let passed = LessonStanding(kept, of: [x] + questions.prefix(3), in: "sum")
    #expect(!passed.isDone && passed.isPassed)
    #expect(LessonStanding(kept, of: [x, questions[0], questions[1]], in: "sum").isDone)
    #expect(!LessonStanding(kept, of: steps, in: "other").isBegun)
  }
}
