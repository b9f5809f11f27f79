namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>Bounds on which the search decides: those that conflicts were lately about come first.</summary>
internal sealed class Choices
{
    private const double Decay = 1 / 0.95;
    private const double Ceiling = 1e100;

    private readonly Trail _trail;
    private readonly Dictionary<Bound, int> _numbers = [];
    private readonly List<Bound> _bounds = [];
    private readonly List<double> _activity = [];
    private readonly List<int> _place = [];
    private readonly List<int> _heap = [];
    private readonly List<(int Choice, int Level)> _taken = [];
    private double _weight = 1;

    public Choices(Trail trail) => _trail = trail;

    public int Count => _bounds.Count;

    /// <summary>A conflict was about a bound or its negation.</summary>
    public void Bump(Bound bound, bool mayBeNew)
    {
        var key = (bound.View & 1) == 0 ? bound : bound.Negated;
        if (!_numbers.TryGetValue(key, out var choice))
        {
            if (!mayBeNew)
            {
                return;
            }

            choice = Add(key, 0);
        }

        if ((_activity[choice] += _weight) > Ceiling)
        {
            Rescale();
        }

        if (_place[choice] >= 0)
        {
            Rise(_place[choice]);
        }
    }

    public int Add(Bound bound, double activity)
    {
        var choice = _bounds.Count;
        _numbers.Add(bound, choice);
        _bounds.Add(bound);
        _activity.Add(activity);
        _place.Add(-1);
        Put(choice);
        return choice;
    }

    public void Cool() => _weight *= Decay;

    /// <summary>The most active bound that is neither true nor false; it is of the number itself, not of its negative.</summary>
    public bool TryTake(out Bound bound)
    {
        while (_heap.Count > 0)
        {
            var choice = Pop();
            bound = _bounds[choice];
            _taken.Add((choice, _trail.Level));
            if (bound.Value > _trail.Bounds[bound.View] && bound.Value <= _trail.UpperOf(bound.View))
            {
                return true;
            }
        }

        bound = default;
        return false;
    }

    /// <summary>What was taken above a level may be taken again.</summary>
    public void Return(int level)
    {
        while (_taken.Count > 0 && _taken[^1].Level >= level)
        {
            Put(_taken[^1].Choice);
            _taken.RemoveAt(_taken.Count - 1);
        }
    }

    /// <summary>Forgets bounds that are settled, and those beyond a number that are least active; only where no decision stands.</summary>
    public void Forget(int most)
    {
        var kept = Enumerable.Range(0, _bounds.Count)
            .Where(choice => _bounds[choice].Value > _trail.Bounds[_bounds[choice].View] && _bounds[choice].Value <= _trail.UpperOf(_bounds[choice].View))
            .OrderByDescending(choice => _activity[choice]).ThenBy(choice => choice).Take(most)
            .Select(choice => (_bounds[choice], _activity[choice])).ToList();
        _numbers.Clear();
        _bounds.Clear();
        _activity.Clear();
        _place.Clear();
        _heap.Clear();
        _taken.Clear();
        foreach (var (bound, activity) in kept)
        {
            Add(bound, activity);
        }
    }

    private void Rescale()
    {
        for (var choice = 0; choice < _activity.Count; choice++)
        {
            _activity[choice] /= Ceiling;
        }

        _weight /= Ceiling;
    }

    private void Put(int choice)
    {
        if (_place[choice] < 0)
        {
            _place[choice] = _heap.Count;
            _heap.Add(choice);
            Rise(_heap.Count - 1);
        }
    }

    private int Pop()
    {
        var (top, last) = (_heap[0], _heap[^1]);
        _heap.RemoveAt(_heap.Count - 1);
        _place[top] = -1;
        if (_heap.Count > 0)
        {
            (_heap[0], _place[last]) = (last, 0);
            Sink(0);
        }

        return top;
    }

    private void Rise(int place)
    {
        var choice = _heap[place];
        while (place > 0 && IsBefore(choice, _heap[(place - 1) >> 1]))
        {
            Set(place, _heap[(place - 1) >> 1]);
            place = (place - 1) >> 1;
        }

        Set(place, choice);
    }

    private void Sink(int place)
    {
        var choice = _heap[place];
        for (var child = (2 * place) + 1; child < _heap.Count; child = (2 * place) + 1)
        {
            child += child + 1 < _heap.Count && IsBefore(_heap[child + 1], _heap[child]) ? 1 : 0;
            if (!IsBefore(_heap[child], choice))
            {
                break;
            }

            Set(place, _heap[child]);
            place = child;
        }

        Set(place, choice);
    }

    private bool IsBefore(int one, int other) => _activity[one] > _activity[other] || (_activity[one] == _activity[other] && one < other);

    private void Set(int place, int choice) => (_heap[place], _place[choice]) = (choice, place);
}
