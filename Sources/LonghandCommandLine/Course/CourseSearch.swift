#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Finds the course that a call means.
struct CourseSearch {
  /// The value of `--lessons`.
  let option: String?
  /// The value of `$LONGHAND_LESSONS`; empty is as good as unset.
  let variable: String?
  /// Where the executable is.
  let executablePath: String?
  /// How paths are read.
  let paths: Paths

  /// The first course of: the folder that was asked for, alone if there is one; `Lessons` in the working directory
  /// or a folder above; beside the package that the executable was built in; where an installed one lies.
  ///
  /// - Throws: what was looked at, when there is no course.
  func course() throws(Failure) -> Course {
    if let option { return try course(at: option, askedForBy: "--lessons") }
    if let variable, !variable.isEmpty { return try course(at: variable, askedForBy: "$LONGHAND_LESSONS") }
    for folder in foldersAbove + foldersOfExecutable {
      if let course = try Course(path: folder, paths: paths) { return course }
    }
    let above = foldersAbove.first.map { ["  \($0), and in the folders above"] } ?? []
    throw Failure(
      .wrongUsage, "no folder with lessons was found; looked in",
      details: above + foldersOfExecutable.map { "  " + $0 } + [
        "hint: name the folder with --lessons DIR or $LONGHAND_LESSONS"
      ])
  }

  private func course(at path: String, askedForBy source: String) throws(Failure) -> Course {
    // An empty path would be the working directory itself.
    if !path.isEmpty, let course = try Course(path: paths.absolute(path), paths: paths) { return course }
    throw .usage(
      "there are no lessons in `\(path)`, the folder that \(source) names",
      hint: "a lesson is a file whose name ends in .md")
  }

  /// `Lessons` in the working directory and in each folder above it.
  private var foldersAbove: [String] {
    guard paths.workingDirectory.hasPrefix("/") else { return [] }
    var names = paths.workingDirectory.split(separator: "/")
    var folders: [String] = []
    while true {
      folders.append(CourseSearch.path(names + ["Lessons"]))
      if names.popLast() == nil { return folders }
    }
  }

  /// Beside the package, when the executable lies in one's `.build`, and where an installation has it.
  private var foldersOfExecutable: [String] {
    guard let executablePath, executablePath.hasPrefix("/") else { return [] }
    let names = URL(filePath: executablePath).resolvingSymlinksInPath().plainPath.split(separator: "/")
    var folders: [String] = []
    if let build = names.lastIndex(of: ".build") {
      folders.append(CourseSearch.path(names[..<build] + ["Lessons"]))
    }
    folders.append(CourseSearch.path(names.dropLast(2) + ["share", "longhand", "Lessons"]))
    return folders
  }

  private static func path(_ names: some Sequence<Substring>) -> String {
    names.map { "/" + $0 }.joined()
  }
}
