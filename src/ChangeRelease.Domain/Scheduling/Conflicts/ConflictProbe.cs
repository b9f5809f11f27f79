using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Work of which it was looked up where others could be in its way: for many answers in little time, and without allocating while nothing is.</summary>
/// <remarks>It says what <see cref="ConflictIndex.Against"/> says, and no reasons. It follows an index that changes, on the thread that changes it.</remarks>
public sealed class ConflictProbe
{
    private readonly ConflictLooks _looks;
    private readonly long _length;
    private ProbedPlaces _places;
    private int _owner;
    private int _holdersVersion;

    internal ConflictProbe(ConflictIndex index, ScheduledWork work)
    {
        (Index, Work) = (index, work);
        _looks = new ConflictLooks(index.Policy, index.Graph, work);
        _length = Microseconds.Of(work.Slot.End) - Microseconds.Of(work.Slot.Start);
        _places = new ProbedPlaces(index, _looks);
        (_owner, _holdersVersion) = (index.OwnerOf(work.Holder), index.HoldersVersion);
    }

    /// <summary>The schedule.</summary>
    public ConflictIndex Index { get; }

    /// <summary>The work.</summary>
    public ScheduledWork Work { get; }

    /// <summary>What the worst does that is in the way of the work if it starts at an instant.</summary>
    /// <param name="start">The start; cut to the microsecond. The work takes as long as its slot.</param>
    /// <returns>Whether a conflict refuses, or one warns; null when there is none.</returns>
    public ConflictSeverity? Worst(Instant start)
    {
        Refresh();
        return WorstAt(Microseconds.Of(start));
    }

    /// <summary>Whether no hard rule forbids the work to start at an instant.</summary>
    /// <param name="start">The start; cut to the microsecond.</param>
    /// <returns>True when none does; soft ones may warn.</returns>
    public bool IsClear(Instant start) => Worst(start) != ConflictSeverity.Hard;

    /// <summary>What is in the way of the work if it starts at an instant, with reasons.</summary>
    /// <param name="start">The start; cut to the microsecond.</param>
    /// <param name="most">How many conflicts to tell.</param>
    /// <returns>The conflicts.</returns>
    public ConflictReport Explain(Instant start, int most = ConflictReport.Most) => Index.Against(Work.MovedTo(SlotAt(start)), most);

    internal Slot SlotAt(Instant start) => new(start.ToMicroseconds(), start.ToMicroseconds() + Work.Slot.Length);

    // Hard places come first, so the first that is taken says it.
    private ConflictSeverity? WorstAt(long start)
    {
        var (intervals, owners) = (Index.Intervals, Index.Owners);
        foreach (ref readonly var place in _places.All)
        {
            var (from, until) = (start - place.Gap, start + _length + place.Gap);
            if ((int)place.Severity > _places.AtLeast
                && intervals.Reaches(place.List, from, until, place.AtOnce, owners, _owner)
                && (place.AtOnce == 1 || IsFull(in place, start, from, until)))
            {
                return place.Severity;
            }
        }

        return _places.Unknown;
    }

    private bool IsFull(in ProbedPlace place, long start, long from, long until)
    {
        var (crowd, found) = (Crowd.Empty(), ItemBuffer.Empty());
        Index.Intervals.Collect(place.List, from, until, found);
        foreach (var item in found.Items)
        {
            if (Index.Owners[item] != _owner)
            {
                var slot = Index.WorkOf(item).Slot;
                crowd.Add(Index.Owners[item], Microseconds.Of(slot.Start), Microseconds.Of(slot.End) + place.Gap);
            }
        }

        return crowd.LastWithin(place.AtOnce, start, until) is not null;
    }

    private void Refresh()
    {
        if (_holdersVersion != Index.HoldersVersion)
        {
            (_owner, _holdersVersion) = (Index.OwnerOf(Work.Holder), Index.HoldersVersion);
        }

        if (_places.Lists != Index.Intervals.Lists)
        {
            _places = new ProbedPlaces(Index, _looks);
        }
    }
}
