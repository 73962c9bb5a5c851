import Diagnostics
import LessonRuntime
import LessonTestSupport
import TestSupport
import Testing
import Transcript

/// Cells and blocks of networks beside PyTorch's: lessons in `PyTorch` beside this file, which `make.py` there has made.
///
/// Each has the numbers of the course's lesson and a hundred random cases: inputs, outputs, and the derivatives by all
/// inputs. Its two checks sum up how far Longhand is from PyTorch in all cases together.
@Suite("Cells and blocks beside PyTorch's")
struct PyTorchTests {
  private static let folder = PackageFolder("Tests/LessonRuntimeTests/PyTorch")

  private static func names() throws -> [String] { try folder.names(ending: ".md") }

  @Test func `there are the cells and blocks of the course`() throws {
    #expect(
      try Self.names() == [
        "attention.md", "batch-norm.md", "causal-attention.md", "convolution-and-pooling.md",
        "convolution.md",
        "gru-cell.md", "layer-norm.md", "lstm-cell.md", "transposed-convolution-1.md",
        "transposed-convolution-2.md",
      ])
  }

  @Test(arguments: try names()) func `outputs and derivatives agree to 1e-10 in each case`(_ name: String)
    throws
  {
    let text = try Self.folder.text(of: name)
    let rows = text.split(separator: "\n").drop { !$0.hasPrefix("```data") }.dropFirst(2).prefix {
      $0 != "```"
    }
    #expect(rows.count == 101)
    let fixture = LessonFixture(text: text)
    let run = fixture.run
    #expect(run.diagnostics.map { $0.text(in: fixture.file) } == [])
    let checks = run.transcript.checks
    #expect(checks.count == 2)
    #expect(checks.filter { !$0.holds }.map(\.line) == [])
  }
}
