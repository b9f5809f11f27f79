namespace ChangeRelease.Domain.Benchmarks.F5;

/// <summary>Another peer: each list in order of start with the latest end so far, searched back from where the stretch ends.</summary>
internal sealed class RunningMaximum
{
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly int[] _latest;
    private readonly int[] _items;
    private readonly int[] _first;

    public RunningMaximum(IntervalCase of)
    {
        _items = [.. Enumerable.Range(0, IntervalCase.Count).OrderBy(at => of.Lists[at]).ThenBy(at => of.Starts[at])];
        (_starts, _ends) = ([.. _items.Select(at => of.Starts[at])], [.. _items.Select(at => of.Ends[at])]);
        (_latest, _first) = ((int[])_ends.Clone(), new int[of.Services + 1]);
        foreach (var list in of.Lists)
        {
            _first[list + 1]++;
        }

        for (var list = 0; list < of.Services; list++)
        {
            _first[list + 1] += _first[list];
            for (var at = _first[list] + 1; at < _first[list + 1]; at++)
            {
                _latest[at] = Math.Max(_latest[at], _latest[at - 1]);
            }
        }
    }

    /// <summary>Puts the items of all that overlap into memory.</summary>
    /// <returns>How many there are.</returns>
    public int Collect(int list, int from, int until, int[] into)
    {
        var place = Array.BinarySearch(_starts, _first[list], _first[list + 1] - _first[list], until);
        place = place < 0 ? ~place : place;
        while (place > _first[list] && _starts[place - 1] >= until)
        {
            place--;
        }

        var found = 0;
        for (var at = place - 1; at >= _first[list] && _latest[at] > from; at--)
        {
            if (_ends[at] > from)
            {
                into[found++] = _items[at];
            }
        }

        return found;
    }
}
