using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Corpora;

/// <summary>One notice: what stands of it. That which holds freezes exactly from its start to its end; that which does not freezes nothing of its own.</summary>
internal sealed record CircuitCase(MaintenanceBook Book, MaintenanceNotice Notice) : ICorpusCase
{
    public string Id => $"{Notice.File} {Notice.Key}";

    public bool IsContested => false;

    public string Question => $"what stands of {Notice.Status} from {Notice.Start.ToText()} to {Notice.End.ToText()}?";

    public IReadOnlyList<string> Expected =>
        !Book.Standing.Any(notice => ReferenceEquals(notice, Notice)) ? ["nothing"]
        : Notice.End <= Notice.Start ? ["refused: calendar.length.end-not-after-start"]
        : [$"[{Notice.Start.ToText()}, {Notice.End.ToText()})"];

    public IReadOnlyList<string> Answer()
    {
        if (!Book.Rules.TryGetValue(Notice, out var rule))
        {
            return ["nothing"];
        }

        return Book.Faults.Where(fault => fault.Rule == rule).Select(fault => $"refused: {fault.Code}").ToList() is { Count: > 0 } refused ? refused : [.. Frozen(rule)];
    }

    private IEnumerable<string> Frozen(RuleId rule)
    {
        var all = new Slot(NodaTime.Instant.FromUtc(2000, 1, 1, 0, 0), NodaTime.Instant.FromUtc(2040, 1, 1, 0, 0));
        var target = new Target(Notice.Circuits.Count == 0 ? MaintenanceBook.ProviderOf(Notice) : new ServiceId(Notice.Circuits[0].Id), new EnvironmentId("production"));
        return Book.Calendar.Judge(all, CalendarQuestion.For(target)).Freezes.Where(freeze => freeze.Rule.Id == rule).Select(freeze => freeze.Span.ToString());
    }
}
