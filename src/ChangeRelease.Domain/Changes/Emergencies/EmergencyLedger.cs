using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Changes;

/// <summary>How often glass was broken and which emergencies still owe something, as the ledger's events made it (S-33, S-34).</summary>
/// <remarks>
/// An emergency is entered first, then starts, then is taken up here: whatever crashes in between, a use is never given twice.
/// What was entered counts until its change's own history says whether it started; no clock lets it go. What is owed is
/// a copy of what the change's history says, and is brought in line whenever somebody looks.
/// </remarks>
/// <param name="Pending">The emergencies that were entered, and of which it is not known yet whether they started.</param>
/// <param name="Started">The emergencies that started.</param>
public sealed record EmergencyLedger(ValueList<EmergencyEntry> Pending, ValueList<EmergencyEntry> Started)
{
    /// <summary>The ledger without any emergency.</summary>
    public static EmergencyLedger Empty { get; } = new([], []);

    /// <summary>Makes the ledger after one more event.</summary>
    /// <param name="ledger">The ledger before; null before the first event.</param>
    /// <param name="happened">The event.</param>
    /// <returns>The ledger after it.</returns>
    public static EmergencyLedger Fold(EmergencyLedger? ledger, EmergencyLedgerEvent happened)
    {
        var before = ledger ?? Empty;
        return happened switch
        {
            EmergencyEntered it => before with { Pending = before.Without(it.Entry).With(it.Entry) },
            EmergencyTakenUp it => new EmergencyLedger(before.Without(it.Entry), before.Started.With(it.Entry)),
            EmergencyLetGo it => before with { Pending = before.Pending.Where(entry => entry.Change != it.Change || entry.Version > it.Version).ToValueList() },
            EmergencyDebtMarked it => before with { Started = before.Started.Select(entry => Marked(entry, it)).ToValueList() },
            _ => before,
        };
    }

    /// <summary>When glass was broken, as far as it counts at an instant; what another change is about to do counts, too.</summary>
    /// <param name="change">The change that is decided on; what is pending for itself does not stand in its way.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="period">How far to look back; a use counts until this long after it, that end excluded.</param>
    /// <returns>The instants, earliest first.</returns>
    public ValueList<Instant> UsesOf(ChangeId change, Instant now, Duration period) => Started.Where(entry => entry.BrokeGlass).Select(entry => entry.At)
        .Concat(Pending.Where(entry => entry.BrokeGlass && entry.Change != change).GroupBy(entry => entry.Change).Select(same => same.Max(entry => entry.At)))
        .Where(use => now - use < period)
        .Order()
        .ToValueList();

    /// <summary>What some services' emergencies owe and did not pay in time.</summary>
    /// <param name="services">The services.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <returns>The debts, the longest overdue first.</returns>
    public ValueList<OverdueDebt> OverdueOf(ValueList<ServiceId> services, Instant now) =>
        Started.Where(entry => entry.Services.Intersect(services).Any()).SelectMany(entry => entry.OverdueAt(now)).OrderBy(debt => debt.Since).ToValueList();

    /// <summary>The changes that owe something.</summary>
    /// <returns>Each once, in the order in which they started.</returns>
    public ValueList<ChangeId> Debtors() => Started.Where(entry => entry.Owed.Count > 0).Select(entry => entry.Change).Distinct().ToValueList();

    /// <summary>What holds for an emergency at the instant of a decision.</summary>
    /// <param name="change">The change that is decided on.</param>
    /// <param name="services">The services it affects.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="terms">The host's terms.</param>
    /// <param name="incident">The incident; null when it is not known.</param>
    /// <returns>The standing.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="terms"/> is null.</exception>
    public EmergencyStanding StandingOf(ChangeId change, ValueList<ServiceId> services, Instant now, EmergencyTerms terms, KnownIncident? incident)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var (uses, overdue) = (UsesOf(change, now, terms.BreakGlassPeriod), OverdueOf(services, now));
        return new EmergencyStanding(terms, incident, uses.Count, overdue.Select(debt => debt.Change).Distinct().Count())
        {
            UseLeftFrom = terms.BreakGlassLimit > 0 && uses.Count >= terms.BreakGlassLimit ? uses[uses.Count - terms.BreakGlassLimit] + terms.BreakGlassPeriod : null,
            Debts = overdue,
        };
    }

    /// <summary>The changes whose own history must be looked at before the ledger can be believed: those that are pending, and those that seem overdue.</summary>
    internal IEnumerable<ChangeId> Doubtful(ValueList<ServiceId> services, Instant now) =>
        Pending.Select(entry => entry.Change).Concat(OverdueOf(services, now).Select(debt => debt.Change)).Distinct();

    internal bool IsPending(ChangeId change) => Pending.Any(entry => entry.Change == change);

    /// <summary>What brings the ledger in line with a change; nothing when it is.</summary>
    internal IEnumerable<EmergencyLedgerEvent> Settle(Stamp stamp, ChangeRequest change)
    {
        var decided = Pending.Where(entry => entry.Change == change.Id && entry.Version <= change.Version).ToList();
        var begun = decided.Where(entry => change is { Debt: not null, StartedAt: not null } && change.Applied.ContentOf(entry.Command) is not null).Select(entry => AsTold(entry, change)).ToList();
        var known = Started.Where(entry => entry.Change == change.Id).ToList();
        if (begun.Count + known.Count == 0 && change is { Debt: not null, StartedAt: not null })
        {
            begun.Add(EmergencyEntry.Of(change, stamp.Command));
        }

        return begun.Select(entry => (EmergencyLedgerEvent)new EmergencyTakenUp(stamp, entry))
            .Concat(decided.All(entry => begun.Exists(taken => taken.Command == entry.Command)) ? [] : [new EmergencyLetGo(stamp, change.Id, change.Version)])
            .Concat(known.Exists(entry => entry.Version < change.Version && !entry.Owed.Equals(change.Owed)) ? [new EmergencyDebtMarked(stamp, change.Id, change.Version, change.Owed)] : []);
    }

    // Who sent one command twice may have entered another instant than the one that took effect.
    private static EmergencyEntry AsTold(EmergencyEntry entry, ChangeRequest change) =>
        entry with { Version = change.Version, At = change.StartedAt!.Value, Debt = change.Debt!, Owed = change.Owed };

    private static EmergencyEntry Marked(EmergencyEntry entry, EmergencyDebtMarked it) =>
        entry.Change == it.Change && entry.Version < it.Version ? entry with { Version = it.Version, Owed = it.Owed } : entry;

    private ValueList<EmergencyEntry> Without(EmergencyEntry entry) =>
        Pending.Where(other => other.Change != entry.Change || other.Command != entry.Command).ToValueList();
}
