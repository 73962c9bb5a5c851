import Diagnostics

/// The lists of one kind that the lessons of a call go by, each read once, and told of once if it is wrong.
final class ListFiles<List> {
  /// How the program ends on account of them.
  private(set) var status = ExitStatus.success
  private let call: CommandCall
  private let reading: (SourceFile) -> (List?, [Diagnostic])
  /// The lists by their paths; `nil` for a file that is not there, or wrong.
  private var lists: [String: List?] = [:]

  /// No list yet; `reading` reads one.
  init(_ call: CommandCall, _ reading: @escaping (SourceFile) -> (List?, [Diagnostic])) {
    self.call = call
    self.reading = reading
  }

  /// The list in a file; `nil` where there is none, or it is wrong.
  func list(in file: TextFile) -> List? {
    if let list = lists[file.path] { return list }
    let list = file.exists ? read(file) : nil
    lists[file.path] = list
    return list
  }

  private func read(_ file: TextFile) -> List? {
    do throws(Failure) {
      return try call.list(in: file, reading)
    } catch {
      call.invocation.report(error.text)
      status = max(status, error.status)
      return nil
    }
  }
}

extension CommandCall {
  /// The list in a file.
  ///
  /// - Throws: a failure when it cannot be read, or something is wrong with it.
  func list<List>(
    in file: TextFile, _ reading: (SourceFile) -> (List?, [Diagnostic])
  ) throws(Failure) -> List {
    let text = try self.file(file)
    let (list, diagnostics) = reading(text)
    guard let list else {
      throw Failure(diagnostics, in: text) ?? Failure(.failure, "cannot read `\(file.shownPath)`")
    }
    return list
  }
}
