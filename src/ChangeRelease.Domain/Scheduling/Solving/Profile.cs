namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>How much of a resource is used when: steps in order of time.</summary>
internal sealed class Profile
{
    private int[] _times = new int[16];
    private int[] _loads = new int[16];
    private int _count;

    public Profile() => Clear();

    public int Count => _count;

    public int TimeAt(int step) => step < _count ? _times[step] : int.MaxValue;

    public int LoadAt(int step) => _loads[step];

    public void Clear() => (_count, _times[0], _loads[0]) = (1, int.MinValue, 0);

    /// <summary>The last step that begins at or before a time.</summary>
    public int StepAt(int time)
    {
        var (low, high) = (0, _count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) >> 1;
            (low, high) = _times[middle] <= time ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>The end of the last stretch within a range that has more than some load; <see cref="int.MinValue"/> when none has.</summary>
    public int LastAbove(int load, int from, int until)
    {
        for (var step = StepAt(until - 1); ; step--)
        {
            if (_loads[step] > load)
            {
                return step + 1 < _count ? _times[step + 1] : int.MaxValue;
            }

            if (_times[step] <= from)
            {
                return int.MinValue;
            }
        }
    }

    /// <summary>The start of the first stretch within a range that has more than some load; <see cref="int.MaxValue"/> when none has.</summary>
    public int FirstAbove(int load, int from, int until)
    {
        for (var step = StepAt(from); step < _count && _times[step] < until; step++)
        {
            if (_loads[step] > load)
            {
                return _times[step];
            }
        }

        return int.MaxValue;
    }

    public void Add(int from, int until, int amount)
    {
        var first = Cut(from);
        var last = Cut(until);
        for (var step = first; step < last; step++)
        {
            _loads[step] += amount;
        }

        Join(last);
        Join(first);
    }

    private int Cut(int time)
    {
        var step = StepAt(time);
        if (_times[step] == time)
        {
            return step;
        }

        if (_count == _times.Length)
        {
            Array.Resize(ref _times, 2 * _count);
            Array.Resize(ref _loads, 2 * _count);
        }

        Array.Copy(_times, step + 1, _times, step + 2, _count - step - 1);
        Array.Copy(_loads, step + 1, _loads, step + 2, _count - step - 1);
        (_times[step + 1], _loads[step + 1]) = (time, _loads[step]);
        _count++;
        return step + 1;
    }

    private void Join(int step)
    {
        if (step > 0 && _loads[step - 1] == _loads[step])
        {
            Array.Copy(_times, step + 1, _times, step, _count - step - 1);
            Array.Copy(_loads, step + 1, _loads, step, _count - step - 1);
            _count--;
        }
    }
}
