namespace ChangeRelease.Domain.Scheduling.Solving;

/// <content>What is taken out together.</content>
internal sealed partial class RuinAndRecreate
{
    private void Choose()
    {
        var seed = _chance.Below(_board.Problem.Count);
        var size = 1 + _chance.Below(MostRivals);
        Mark(seed);
        Rivals(seed, size);
        if (_chance.Below(8) > 0)
        {
            for (var at = 0; at < _ruined.Count && _ruined.Count < MostRuined; at++)
            {
                Related(_ruined[at]);
            }
        }
    }

    private void Mark(int task)
    {
        if (_touched[task] != _round)
        {
            _touched[task] = _round;
            _ruined.Add(task);
        }
    }

    private void Related(int task)
    {
        foreach (var lag in _network.From[task])
        {
            Mark(lag.Task);
        }

        foreach (var lag in _network.To[task])
        {
            Mark(lag.Task);
        }
    }

    /// <summary>Those that use the same, next to it in time.</summary>
    private void Rivals(int task, int size)
    {
        var uses = _board.Problem.Tasks[task].Uses;
        if (uses.Length == 0)
        {
            return;
        }

        var group = _users[uses[_chance.Below(uses.Length)].Resource];
        var place = Sorted(group, task);
        var first = Math.Max(0, Math.Min(place - _chance.Below(size + 1), group.Length - size - 1));
        for (var at = first; at <= first + size && at < group.Length; at++)
        {
            Mark(group[at]);
        }
    }

    /// <summary>Sorts a group by starts, which it nearly is already, and tells where a task stands in it.</summary>
    private int Sorted(int[] group, int task)
    {
        var starts = _board.Table.Starts;
        var place = 0;
        for (var at = 0; at < group.Length; at++)
        {
            var (moving, to) = (group[at], at);
            for (var start = starts[moving]; to > 0 && starts[group[to - 1]] > start; to--)
            {
                group[to] = group[to - 1];
            }

            group[to] = moving;
        }

        for (var at = 0; at < group.Length; at++)
        {
            place = group[at] == task ? at : place;
        }

        return place;
    }
}
