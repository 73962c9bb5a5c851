import Foundation
import LonghandCommandLine
import Testing

@Suite("The course")
struct CourseTests {
  /// A lesson whose transcript shows `mark`.
  private func lesson(_ mark: String) -> String {
    Lessons.fine.replacing("# A sum", with: "# A sum\n\n\(mark)")
  }

  @Test(
    "is looked for in the option, the variable, the folders above, the package, the installation, in this order"
  )
  func order() throws {
    let folder = try TemporaryFolder([
      ("option/1-a.md", lesson("from the option")), ("variable/1-a.md", lesson("from the variable")),
      ("here/Lessons/1-a.md", lesson("from here")), ("here/below/deep/file", ""),
      ("package/Lessons/1-a.md", lesson("from the package")), ("package/.build/arch/debug/longhand", ""),
      ("usr/share/longhand/Lessons/1-a.md", lesson("from the installation")), ("usr/bin/longhand", ""),
      ("bare/file", ""),
    ])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/bare/link", withDestinationPath: "../usr/bin/longhand")
    func expect(
      _ mark: String, _ options: [String] = [], variable: String? = nil, in place: String, executable: String
    ) {
      let collected = Invocation.text(
        ["run", "a"] + options, in: folder.path + place,
        environment: variable.map { ["LONGHAND_LESSONS": $0] } ?? [:],
        executablePath: folder.path + executable)
      #expect(collected.contains(mark))
    }
    let package = "/package/.build/arch/debug/longhand"
    expect(
      "from the option", ["--lessons", "../option"], variable: "../variable", in: "/here", executable: package
    )
    expect("from the variable", variable: "../variable", in: "/here", executable: package)
    expect("from here", variable: "", in: "/here", executable: package)
    expect("from here", in: "/here/below/deep", executable: package)
    expect("from the package", in: "/bare", executable: package)
    expect("from the installation", in: "/bare", executable: "/usr/bin/longhand")
    expect("from the installation", in: "/bare", executable: "/bare/link")
  }

  @Test("has beside each lesson the list of claims that it names", arguments: ["check", "run"])
  func claims(command: String) throws {
    let lesson = Lessons.fine.replacing("title:", with: "claims: mine.csv\ntitle:")
    let folder = try TemporaryFolder([("Lessons/1-a.md", lesson)])
    let missing = longhand([command, "a"], in: folder)
    #expect(missing.status == .failure)
    #expect(
      missing.messages.hasPrefix(
        "Lessons/1-a.md:2:9: error: there is no file `mine.csv` beside this lesson\nclaims: mine.csv\n"))
    try folder.write(Lessons.claims, to: "Lessons/mine.csv")
    #expect(longhand([command, "a"], in: folder).messages.isEmpty)
    #expect(longhand(["run", "-"], in: folder, standardInput: lesson).status == .success)
  }

  @Test("is not a folder Lessons that holds no lesson")
  func empty() throws {
    let folder = try TemporaryFolder([
      ("Lessons/1-a.md", lesson("from above")), ("below/Lessons/notes.txt", ""),
    ])
    #expect(Invocation.text(["run", "a"], in: folder.path + "/below").contains("from above"))
  }

  @Test("that is named wrongly in the variable does not keep a file from being run")
  func variable() throws {
    let folder = try TemporaryFolder([("a.md", Lessons.fine)])
    let environment = ["LONGHAND_LESSONS": "nowhere"]
    #expect(longhand(["run", "a.md"], in: folder, environment: environment).status == .success)
    let named = longhand(["run", "a"], in: folder, environment: environment)
    #expect(named.status == .wrongUsage)
    #expect(named.messages.contains("`nowhere`, the folder that $LONGHAND_LESSONS names"))
  }

  @Test("that is named wrongly in the option is an error even for a file")
  func option() throws {
    let folder = try TemporaryFolder([("a.md", Lessons.fine)])
    #expect(longhand(["run", "--lessons", "nowhere", "a.md"], in: folder).status == .wrongUsage)
    #expect(longhand(["check", "--lessons", "a.md"], in: folder).status == .wrongUsage)
  }

  @Test("may not hold two lessons of the same name")
  func twins() throws {
    let folder = try TemporaryFolder([("Lessons/11-a.md", Lessons.fine), ("Lessons/12-a.md", Lessons.fine)])
    let outcome = longhand(["run", "a"], in: folder)
    #expect(outcome.status == .failure)
    #expect(outcome.messages.contains("`Lessons/11-a.md` and `Lessons/12-a.md` are both called `a`"))
  }

  @Test(
    "names a lesson after its file, without the leading number and the extension",
    arguments: [
      ("31-backpropagation.md", "backpropagation"), ("sum.md", "sum"), ("3d-plots.md", "3d-plots"),
      ("7.md", "7"), ("7-.md", "7-"), ("1-2-3.md", "2-3"), ("-a.md", "-a"),
    ])
  func names(file: String, name: String) throws {
    let folder = try TemporaryFolder([("Lessons/" + file, Lessons.fine)])
    #expect(longhand(["check"], in: folder).results.hasPrefix(name + ": "))
  }

  @Test("is found from a working directory that is gone by the executable alone")
  func gone() throws {
    let folder = try TemporaryFolder([("package/Lessons/1-a.md", lesson("from the package"))])
    #expect(
      Invocation.text(["run", "a"], in: "", executablePath: folder.path + "/package/.build/debug/longhand")
        .contains("from the package"))
  }
}

extension Invocation {
  /// What a call prints.
  fileprivate static func text(
    _ arguments: [String], in workingDirectory: String, environment: [String: String] = [:],
    executablePath: String? = nil
  ) -> String {
    var text: [UInt8] = []
    let output = Output { text += $0 }
    _ = Invocation(
      arguments: arguments, environment: environment, workingDirectory: workingDirectory,
      executablePath: executablePath, results: output, messages: output
    ).run()
    return String(decoding: text, as: UTF8.self)
  }
}
