using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Corpora;

/// <summary>What stands after all notices of each maintenance: the last one, unless it cancels. It becomes a change calendar in which maintenances are freezes.</summary>
/// <remarks>
/// The notices of one maintenance are in the order of their sequence, then of their stamp, then of their place in the file. Each replaces the one before with
/// all of its stretches.
/// </remarks>
internal sealed class MaintenanceBook
{
    private const string Zone = "Etc/UTC";

    private MaintenanceBook(IReadOnlyList<MaintenanceNotice> notices)
    {
        Notices = notices;
        var last = notices.GroupBy(notice => notice.Key).SelectMany(LastOf).ToHashSet(ReferenceEqualityComparer.Instance);
        Standing = [.. notices.Where(notice => last.Contains(notice) && !notice.IsCanceled)];
        Canceled = [.. notices.Where(notice => last.Contains(notice) && notice.IsCanceled)];
        Replaced = [.. notices.Where(notice => !last.Contains(notice))];
        var rules = Standing.Select((notice, at) => (Notice: notice, Rule: RuleOf(notice, Standing.Take(at).Count(other => other.Key == notice.Key) + 1))).ToList();
        Faults = ChangeCalendar.Verify(rules.Select(one => one.Rule), DateTimeZoneProviders.Tzdb);
        var faulty = Faults.Select(fault => fault.Rule).ToHashSet();
        Calendar = ChangeCalendar.Define(
            new CalendarId("circuit-maintenances"), 1, CalendarDefault.OpenByDefault, rules.Select(one => one.Rule).Where(rule => !faulty.Contains(rule.Id)), DateTimeZoneProviders.Tzdb);
        Rules = rules.ToDictionary(one => one.Notice, one => one.Rule.Id);
    }

    public IReadOnlyList<MaintenanceNotice> Notices { get; }

    /// <summary>The notices that hold.</summary>
    public IReadOnlyList<MaintenanceNotice> Standing { get; }

    /// <summary>The notices that take their maintenance away.</summary>
    public IReadOnlyList<MaintenanceNotice> Canceled { get; }

    /// <summary>The notices that later ones replaced.</summary>
    public IReadOnlyList<MaintenanceNotice> Replaced { get; }

    /// <summary>What is refused, by name.</summary>
    public ValueList<CalendarFault> Faults { get; }

    public ChangeCalendar Calendar { get; }

    public IReadOnlyDictionary<MaintenanceNotice, RuleId> Rules { get; }

    public static MaintenanceBook Of(string file) => new(MaintenanceNotice.ReadAll(file));

    private static IEnumerable<MaintenanceNotice> LastOf(IEnumerable<MaintenanceNotice> notices) => notices
        .GroupBy(notice => notice.File)
        .OrderBy(notice => notice.First().Sequence ?? -1)
        .ThenBy(notice => notice.First().Stamp ?? long.MinValue)
        .Last();

    private static Freeze RuleOf(MaintenanceNotice notice, int stretch) => new(
        new RuleId(FormattableString.Invariant($"{notice.Key}#{stretch}")),
        $"{notice.Maintenance} of {notice.Provider}",
        Zone,
        Recurrence.Once(notice.Start.InUtc().LocalDateTime),
        RuleLength.Until(notice.End.InUtc().LocalDateTime),
        notice.Circuits.Count == 0 ? Scope.Service(ProviderOf(notice)) : Scope.AnyOf([Scope.Service(ProviderOf(notice)), .. notice.Circuits.Select(circuit => Scope.Service(new ServiceId(circuit.Id)))]),
        notice.Status);

    /// <summary>Everything of a provider is concerned as well, for notices that name no circuit.</summary>
    public static ServiceId ProviderOf(MaintenanceNotice notice) => new($"circuits of {notice.Provider}");
}
