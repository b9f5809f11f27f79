using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Corpora;

/// <summary>Tells what stands of the notices of providers, and which is refused.</summary>
internal sealed class CircuitReport(TextWriter output)
{
    public int Over(string file)
    {
        var book = MaintenanceBook.Of(file);
        output.WriteLine($"{book.Notices.Count} notices of {book.Notices.Select(notice => notice.Key).Distinct().Count()} maintenances: {book.Standing.Count} stand, {book.Replaced.Count} were replaced, {book.Canceled.Count} cancel");
        foreach (var fault in book.Faults)
        {
            output.WriteLine($"refused: {fault}");
        }

        output.WriteLine($"{book.Calendar}: {book.Calendar.Rules.Count} freezes");
        foreach (var notice in book.Replaced)
        {
            output.WriteLine($"  replaced: {notice.Key} {notice.Status} from {notice.Start.ToText()} to {notice.End.ToText()}");
        }

        foreach (var notice in book.Canceled)
        {
            output.WriteLine($"  canceled: {notice.Key} from {notice.Start.ToText()} to {notice.End.ToText()}");
        }

        return new SuiteRun("circuits", output, showContested: false).Over(book.Notices.Select(notice => new CircuitCase(book, notice)));
    }
}
