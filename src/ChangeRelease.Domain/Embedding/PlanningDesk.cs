using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using NodaTime;

namespace ChangeRelease.Domain.Embedding;

/// <summary>Where an application has the slots of many changes and releases planned at once; nothing is written.</summary>
/// <remarks>
/// A person does one thing at a time, and nothing is beside something else on the same service and environment. What others hold in the ledger stays.
/// The plan is a proposal: its commands are decided when they are handed in, with everything that is true by then.
/// </remarks>
public sealed class PlanningDesk
{
    private readonly Journal<ChangeRequest, ChangeEvent> _changes;
    private readonly Journal<Release, ReleaseEvent> _releases;
    private readonly BookingOffice _office;
    private readonly IFactSource _facts;
    private readonly IClock _clock;
    private readonly DeskSettings _settings;

    /// <summary>Opens a desk.</summary>
    /// <param name="store">Where history is kept.</param>
    /// <param name="facts">Where everything else is known.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="settings">What the host settled once.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public PlanningDesk(IEventStore store, IFactSource facts, IClock clock, DeskSettings settings)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(settings);
        (_facts, _clock, _settings) = (facts, clock, settings);
        (_changes, _releases) = (new Journal<ChangeRequest, ChangeEvent>(store, Streams.Changes), new Journal<Release, ReleaseEvent>(store, Streams.Releases));
        _office = new BookingOffice(store, settings.Tenant, settings.HoldStands);
    }

    /// <summary>Plans.</summary>
    /// <param name="order">What is to be planned, and how.</param>
    /// <param name="cancellation">Ends the reading early; of a search that has begun the best that was found is the plan.</param>
    /// <returns>The plan, what could not be planned, and the commands; null when the calendar is not known.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="order"/> is null.</exception>
    /// <exception cref="PlanningDefinitionException">What the order says, or adds, means nothing; it says everything that is wrong.</exception>
    /// <exception cref="InvalidDataException">A stream is not a history that this version can read.</exception>
    public async ValueTask<PlanningSheet?> PlanAsync(PlanningOrder order, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (await _facts.CalendarAsync(cancellation).ConfigureAwait(false) is not { } calendar)
        {
            return null;
        }

        var facts = await GatherAsync(order, calendar, cancellation).ConfigureAwait(false);
        var (fit, unplannable) = PlanningDrafts.Sort(facts.Subjects);
        var (plan, crowded) = new PlanningPlaces(order.Adding(PlanningDrafts.Of(order, fit, facts)), fit, facts).Plan(_settings.Zones, order.Options, cancellation);
        return PlanningSheets.Of(plan, unplannable, crowded, facts);
    }

    private async ValueTask<PlanningFacts> GatherAsync(PlanningOrder order, ChangeCalendar calendar, CancellationToken cancellation)
    {
        var now = _clock.GetCurrentInstant();
        var asked = order.Changes.ToHashSet();
        var releases = new Dictionary<ReleaseId, PlanningSubject>();
        var riders = new Dictionary<ChangeId, PlanningRider>();
        foreach (var id in order.Releases.Distinct())
        {
            var (subject, carried) = await ReleaseAsync(id, cancellation).ConfigureAwait(false);
            releases.Add(id, subject);
            foreach (var change in carried.Where(asked.Contains).Where(change => !riders.ContainsKey(change)))
            {
                riders.Add(change, new PlanningRider(change, id, (await FindAsync(change, cancellation).ConfigureAwait(false))?.Aboard == id));
            }
        }

        var changes = new Dictionary<ChangeId, PlanningSubject>();
        foreach (var id in order.Changes.Distinct().Where(id => !riders.ContainsKey(id)))
        {
            changes.Add(id, await ChangeAsync(id, order.Priorities, cancellation).ConfigureAwait(false));
        }

        var subjects = releases.Values.Concat(changes.Values).ToValueList();
        return new PlanningFacts(
            subjects, riders.Values.ToValueList(), calendar, await OthersAsync(calendar.Id, subjects, now, cancellation).ConfigureAwait(false), now)
        {
            Changes = changes.ToDictionary(one => one.Value.Item, one => one.Key),
            Releases = releases.ToDictionary(one => one.Value.Item, one => one.Key),
        };
    }

    private async ValueTask<PlanningSubject> ChangeAsync(ChangeId id, PriorityTable priorities, CancellationToken cancellation)
    {
        var named = new PlanningSubject(PlanningSheet.ItemOf(id), Streams.Holder(Streams.Of(_settings.Tenant, id)));
        if (await FindAsync(id, cancellation).ConfigureAwait(false) is not { } change)
        {
            return named;
        }

        var classes = await _facts.ClassesAsync(change.Content, cancellation).ConfigureAwait(false);
        var dependencies = new List<PlanningDependency>();
        foreach (var other in change.Content.DependsOn)
        {
            var found = await FindAsync(other, cancellation).ConfigureAwait(false);
            dependencies.Add(PlanningDependency.Of(PlanningSheet.ItemOf(other), found?.IsMade ?? false, found?.Slots));
        }

        var guardBand = _settings.ChangeModels.Find(change.Model)?.GuardBand ?? Duration.Zero;
        return PlanningSubject.Of(change, named, change.QuestionWith(classes, _settings.Tenant), guardBand, priorities) with { DependsOn = dependencies.ToValueList() };
    }

    private async ValueTask<(PlanningSubject Subject, ValueList<ChangeId> Carried)> ReleaseAsync(ReleaseId id, CancellationToken cancellation)
    {
        var stream = Streams.Of(_settings.Tenant, id);
        var named = new PlanningSubject(PlanningSheet.ItemOf(id), Streams.Holder(stream));
        if ((await _releases.ReadAsync(stream, cancellation).ConfigureAwait(false)).Subject is not { } release)
        {
            return (named, []);
        }

        var classes = await _facts.ClassesAsync(release.Content, cancellation).ConfigureAwait(false);
        var guardBand = _settings.ReleaseModels.FirstOrDefault(model => model.Lifecycle.Reference == release.Model)?.GuardBand ?? Duration.Zero;
        var subject = PlanningSubject.Of(release, named, release.QuestionWith(classes, _settings.Tenant), guardBand);
        return (subject with { DependsOn = await BeforeAsync(release, cancellation).ConfigureAwait(false) }, release.Content.Changes);
    }

    // What is not known here is not planned for; where the release goes live it is asked again, and refused (S-53).
    private async ValueTask<ValueList<PlanningDependency>> BeforeAsync(Release release, CancellationToken cancellation)
    {
        var known = await _facts.DependenciesAsync(release, cancellation).ConfigureAwait(false);
        var before = new List<PlanningDependency>();
        foreach (var other in known?.Graph.Find(release.Id)?.After ?? [])
        {
            var found = (await _releases.ReadAsync(Streams.Of(_settings.Tenant, other), cancellation).ConfigureAwait(false)).Subject;
            before.Add(PlanningDependency.Of(PlanningSheet.ItemOf(other), IsLive(known!, release, other), found?.Slots));
        }

        return before.ToValueList();
    }

    private static bool IsLive(KnownDependencies known, Release release, ReleaseId other) =>
        release.Content.Environments.All(environment => known.Live.Any(live => live.Environment == environment && live.Released.Contains(other)));

    private async ValueTask<ValueList<(HolderId Holder, Holding Holding)>> OthersAsync(CalendarId calendar, ValueList<PlanningSubject> subjects, Instant now, CancellationToken cancellation)
    {
        var own = subjects.Select(subject => subject.Holder).ToHashSet();
        var ledger = (await _office.ReadAsync(LedgerKey.Of(calendar), cancellation).ConfigureAwait(false)).Subject ?? BookingLedger.Empty;
        return ledger.Standing(now)
            .Where(booking => !own.Contains(booking.Holder))
            .SelectMany(booking => booking.Slots.Select(slot => (booking.Holder, new Holding(slot, booking.Targets))))
            .ToValueList();
    }

    private async ValueTask<ChangeRequest?> FindAsync(ChangeId id, CancellationToken cancellation) =>
        (await _changes.ReadAsync(Streams.Of(_settings.Tenant, id), cancellation).ConfigureAwait(false)).Subject;
}
