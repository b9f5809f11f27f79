using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Finds everything that is in the way of work, and the earliest start at which nothing is.</summary>
internal sealed class ConflictSearch
{
    /// <summary>How many starts a search tries.</summary>
    public const int MostSteps = 10_000;

    /// <summary>How many pieces of work a search for a start looks at.</summary>
    public const int MostLookedAt = 1_000_000;

    private readonly ConflictIndex _index;
    private readonly ScheduledWork _work;
    private readonly ConflictLooks _looks;
    private readonly ItemBuffer _found = new();
    private readonly int _owner;
    private readonly long _length;
    private int _lookedAt;

    public ConflictSearch(ConflictIndex index, ScheduledWork work)
    {
        (_index, _work, _looks) = (index, work, new ConflictLooks(index.Policy, index.Graph, work));
        _owner = index.OwnerOf(work.Holder);
        _length = Microseconds.Of(work.Slot.End) - Microseconds.Of(work.Slot.Start);
    }

    public ConflictReport Report(int most)
    {
        var conflicts = new List<Conflict>();
        foreach (var look in _looks.All)
        {
            conflicts.AddRange(Of(look, most + 1 - conflicts.Count));
            if (conflicts.Count > most)
            {
                break;
            }
        }

        return new ConflictReport(WithRemedies(conflicts.Take(most)).ToValueList(), conflicts.Count > most);
    }

    public ClearStart EarliestStart(Instant notBefore, Instant until)
    {
        var (start, last) = (Microseconds.Of(notBefore), Microseconds.Of(until) - _length);
        if (_looks.All.Any(look => look is { Unknown: not null, Rule.Severity: ConflictSeverity.Hard }))
        {
            return new ClearStart(null, notBefore, IsSearched: false);
        }

        for (var step = 0; start <= last; step++)
        {
            var next = FreeFrom(start);
            if (next == start)
            {
                return new ClearStart(Microseconds.ToInstant(start), Microseconds.ToInstant(start), IsSearched: true);
            }

            start = next;
            if ((step >= MostSteps || _lookedAt > MostLookedAt) && start <= last)
            {
                return new ClearStart(null, Microseconds.ToInstant(start), IsSearched: false);
            }
        }

        return new ClearStart(null, Instant.Max(notBefore, Microseconds.ToInstant(last)), IsSearched: true);
    }

    // Every hard rule moves the start on to where, by itself, it may be free.
    private long FreeFrom(long start) => _looks.All
        .Where(look => look.Rule.Severity == ConflictSeverity.Hard)
        .Aggregate(start, (free, look) => Math.Max(free, FreeFrom(look, start)));

    private long FreeFrom(ConflictLook look, long start)
    {
        Collect(look, start);
        return look.Rule.AtOnce == 1 ? AfterAll(look, start) : CrowdOf(look).LastWithin(look.Rule.AtOnce, start, start + _length + look.Gap)?.Until ?? start;
    }

    private long AfterAll(ConflictLook look, long start)
    {
        foreach (var item in _found.Items)
        {
            start = Math.Max(start, _index.Owners[item] == _owner ? start : Microseconds.Of(_index.WorkOf(item).Slot.End) + look.Gap);
        }

        return start;
    }

    private void Collect(ConflictLook look, long start)
    {
        _found.Clear();
        if (_index.ListOf(look.Other) is var list && list >= 0)
        {
            _index.Intervals.Collect(list, start - look.Gap, start + _length + look.Gap, _found);
        }

        _lookedAt += _found.Count;
    }

    private Crowd CrowdOf(ConflictLook look)
    {
        var crowd = Crowd.Empty();
        foreach (var item in _found.Items)
        {
            if (_index.Owners[item] != _owner)
            {
                var slot = _index.WorkOf(item).Slot;
                crowd.Add(_index.Owners[item], Microseconds.Of(slot.Start), Microseconds.Of(slot.End) + look.Gap);
            }
        }

        return crowd;
    }

    private IEnumerable<Conflict> Of(ConflictLook look, int most)
    {
        if (look.Unknown is not null)
        {
            return [ConflictWords.Unjudged(look, _work)];
        }

        Collect(look, Microseconds.Of(_work.Slot.Start));
        return look.Rule.AtOnce == 1
            ? FirstWorks.Of(Others().Where(other => !look.IsSecondSideOf(_work, other)), most).Select(other => ConflictWords.Pair(look, _work, other))
            : Crowds(look).Take(most);
    }

    private IEnumerable<ScheduledWork> Others()
    {
        for (var at = 0; at < _found.Count; at++)
        {
            if (_index.Owners[_found.Items[at]] != _owner)
            {
                yield return _index.WorkOf(_found.Items[at]);
            }
        }
    }

    private List<Conflict> Crowds(ConflictLook look)
    {
        var (from, until) = (Microseconds.Of(_work.Slot.Start), Microseconds.Of(_work.Slot.End) + look.Gap);
        return CrowdOf(look).Stretches(look.Rule.AtOnce)
            .Select(stretch => stretch with { From = Math.Max(stretch.From, from), Until = Math.Min(stretch.Until, until) })
            .Where(stretch => stretch.From < stretch.Until)
            .Select(stretch => ConflictWords.Crowd(look, _work, FirstWorks.Of(Others().Where(other => IsIn(other, look.Gap, stretch)), Conflict.MostNamed).ToValueList(), stretch with { Peak = stretch.Peak + 1 }))
            .ToList();
    }

    private static bool IsIn(ScheduledWork work, long gap, Crowd.Stretch stretch) =>
        Microseconds.Of(work.Slot.Start) < stretch.Until && Microseconds.Of(work.Slot.End) + gap > stretch.From;

    private IEnumerable<Conflict> WithRemedies(IEnumerable<Conflict> conflicts)
    {
        var all = conflicts.ToList();
        var clear = all.Exists(conflict => conflict is { Severity: ConflictSeverity.Hard, Kind: not ConflictKind.Unjudged })
            ? EarliestStart(_work.Slot.Start, Instant.Min(_work.Slot.End, Instant.MaxValue - ConflictIndex.OrdinaryReach) + ConflictIndex.OrdinaryReach)
            : null;
        return all.Select(conflict => conflict with { Remedies = ConflictWords.Remedies(conflict, clear?.Start) });
    }
}
