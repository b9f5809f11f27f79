using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>A schedule in which conflicts are found quickly (S-50): once and for all, or one that changes.</summary>
public abstract class ConflictIndex
{
    private protected ConflictIndex(ConflictPolicy policy, ServiceGraph? graph)
    {
        ArgumentNullException.ThrowIfNull(policy);
        (Policy, Graph) = (policy, graph);
    }

    /// <summary>How far after the start of work a clear start is looked for, when it is not said otherwise: 31 days.</summary>
    public static Duration OrdinaryReach { get; } = Duration.FromDays(31);

    /// <summary>Which work is in the way of which.</summary>
    public ConflictPolicy Policy { get; }

    /// <summary>Which service depends on which; null when it is not known. Then what a rule asks of it is not allowed (S-4).</summary>
    public ServiceGraph? Graph { get; }

    /// <summary>How much work is scheduled.</summary>
    public abstract int Count { get; }

    internal abstract Intervals Intervals { get; }

    /// <summary>Whose each item is, by number.</summary>
    internal abstract int[] Owners { get; }

    /// <summary>Rises when a holder comes or goes, so that its number must be looked up again.</summary>
    internal abstract int HoldersVersion { get; }

    /// <summary>Makes an index that stays as it is, of a whole schedule at once.</summary>
    /// <param name="policy">Which work is in the way of which.</param>
    /// <param name="works">The schedule, in any order.</param>
    /// <param name="graph">Which service depends on which; null when no rule asks.</param>
    /// <returns>The index; it is immutable and may be asked from any number of threads.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> or <paramref name="works"/>, or some work, is null.</exception>
    /// <exception cref="ArgumentException">A part of a holder stands twice.</exception>
    public static ConflictIndex Of(ConflictPolicy policy, IEnumerable<ScheduledWork> works, ServiceGraph? graph = null) => new FixedConflictIndex(policy, works, graph);

    /// <summary>Finds scheduled work.</summary>
    /// <param name="holder">Whose.</param>
    /// <param name="part">Which part of it.</param>
    /// <returns>The work; null when it is not scheduled.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="holder"/> is null.</exception>
    public abstract ScheduledWork? Find(HolderId holder, int part = 1);

    /// <summary>All conflicts of the schedule, each once.</summary>
    /// <param name="most">How many to tell.</param>
    /// <returns>The conflicts; the same ones, in the same order, whatever the order of the schedule.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is not above zero.</exception>
    public abstract ConflictReport All(int most = ConflictReport.Most);

    /// <summary>What is in the way of work, scheduled or not: whatever its holder has in the schedule is left out.</summary>
    /// <param name="work">The work.</param>
    /// <param name="most">How many conflicts to tell.</param>
    /// <returns>The conflicts. Where others are in the way, remedies name the earliest start within <see cref="OrdinaryReach"/> that no hard rule forbids.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="work"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is not above zero.</exception>
    public ConflictReport Against(ScheduledWork work, int most = ConflictReport.Most)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        return new ConflictSearch(this, work).Report(most);
    }

    /// <summary>Finds the earliest start at which no hard rule forbids work; no calendar is asked.</summary>
    /// <param name="work">The work; its slot says how long it takes.</param>
    /// <param name="notBefore">The earliest that will do; cut to the microsecond.</param>
    /// <param name="until">When it must be over.</param>
    /// <returns>The start, or how far was looked.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="work"/> is null.</exception>
    public ClearStart EarliestStart(ScheduledWork work, Instant notBefore, Instant until)
    {
        ArgumentNullException.ThrowIfNull(work);
        return new ConflictSearch(this, work).EarliestStart(notBefore.ToMicroseconds(), until);
    }

    /// <summary>Looks up once where to look for what is in the way of work, for many answers in little time, and without allocating.</summary>
    /// <param name="work">The work; its slot says how long it takes.</param>
    /// <returns>What can be asked about any start.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="work"/> is null.</exception>
    public ConflictProbe Prepare(ScheduledWork work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return new ConflictProbe(this, work);
    }

    /// <summary>The policy, and how much work there is.</summary>
    /// <returns>For example <c>production@2#0f3a5c77b2d1: 1200 scheduled</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Policy}: {Count} scheduled");

    /// <summary>The number of the list of work with a key; -1 when there is none.</summary>
    internal abstract int ListOf(ConflictKey key);

    /// <summary>The number of a holder; -1 when it has nothing scheduled.</summary>
    internal abstract int OwnerOf(HolderId holder);

    internal abstract ScheduledWork WorkOf(int item);
}
