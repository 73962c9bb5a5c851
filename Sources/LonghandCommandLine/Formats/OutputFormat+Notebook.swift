import PythonTranslation
import Rendering
import Transcript

extension OutputFormat {
  /// A notebook for Jupyter.
  static let notebook = OutputFormat(
    name: "notebook", endings: ["ipynb"],
    text: { worked, _ in
      let python = PythonTranslation.lesson(worked.lesson, worked.options)
      return NotebookRenderer().text(
        of: worked.transcript, preamble: python.preamble,
        code: python.cells.map { cell in
          NotebookCode(
            parts: cell.parts, name: cell.name, source: cell.lines.joined(separator: "\n"),
            output: cell.output.map { $0 + "\n" }.joined())
        })
    },
    opening: { _ in NotebookRenderer.opening }, separator: "",
    sheet: { transcript, _ in NotebookRenderer().text(ofSheet: transcript) })
}
