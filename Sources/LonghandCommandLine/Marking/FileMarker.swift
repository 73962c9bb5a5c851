import Diagnostics
import Foundation
import LessonRuntime
import Tutor

/// Marks files: each against the lesson's numbers, or against those of its variant.
///
/// Files are marked on all cores; what comes of each hangs on that file alone.
struct FileMarker: Sendable {
  let lesson: Lesson
  /// The numbers of the lesson, or of the variant that holds for all files.
  let sheet: MarkingSheet
  let names: SheetNames
  let variants: VariantSource

  /// What came of each file, in their order.
  func marked(_ files: [TextFile]) -> [MarkedFile] {
    var marked = [MarkedFile?](repeating: nil, count: files.count)
    marked.withUnsafeMutableBufferPointer { buffer in
      // Each file has a place of its own there.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: files.count) { places[$0] = self.marked(files[$0]) }
    }
    return marked.compactMap(\.self)
  }

  private func marked(_ file: TextFile) -> MarkedFile {
    var variant: String?
    do throws(HandedText.Fault) {
      let bytes: [UInt8]
      do throws(Failure) {
        bytes = try file.bytes(limit: HandedText.maxBytes)
      } catch {
        throw HandedText.Fault(message: error.reason)
      }
      let text = try HandedText(bytes)
      variant = try variants.variant(ofFile: file.shownPath)
      let (sheet, names) = try sheet(ofVariant: variant)
      let handed = HandedSheet(text, sheet, names)
      return MarkedFile(
        name: file.shownPath, variant: variant,
        outcome: .marked(sheet.marked(handed.numbers), sheet, remarks: handed.remarks))
    } catch {
      return MarkedFile(name: file.shownPath, variant: variant, outcome: .refused(error.message))
    }
  }

  private func sheet(ofVariant variant: String?) throws(HandedText.Fault) -> (MarkingSheet, SheetNames) {
    guard let variant else { return (sheet, names) }
    switch lesson.numbers(ofVariant: variant) {
    case .cancelled: throw HandedText.Fault(message: "stopped")
    case .refused(let diagnostic): throw HandedText.Fault(message: diagnostic.message)
    case .drawn(let settings):
      var options = RunOptions(settings: settings)
      options.variant = variant
      do throws(Diagnostic) {
        let sheet = try MarkingSheet(of: lesson, options)
        return (sheet, SheetNames(sheet))
      } catch {
        throw HandedText.Fault(message: error.message)
      }
    }
  }
}

extension Failure {
  /// What it says, without the program's name.
  fileprivate var reason: String {
    let line = text.split(separator: "\n").first.map(String.init) ?? text
    return line.hasPrefix("longhand: ") ? String(line.dropFirst(10)) : line
  }
}
