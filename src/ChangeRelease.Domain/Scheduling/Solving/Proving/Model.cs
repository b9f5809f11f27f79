namespace ChangeRelease.Domain.Scheduling.Solving.Proving;

/// <summary>A problem as numbers with bounds: a start for each task, the latest end, the cost in units, then one for each choice of who goes first.</summary>
internal sealed class Model
{
    private const int MostUnits = 1 << 29;

    private readonly CompactProblem _problem;

    public Model(CompactProblem problem, IReadOnlyList<CostFloor> floors)
    {
        _problem = problem;
        Loads = [.. problem.Tasks.SelectMany((task, index) => task.Uses.Select(use => new Load(index, use.Resource, use.Amount, use.From, use.Until))).OrderBy(load => load.Resource).ThenByDescending(load => load.Amount)];
        IsImpossible = problem.Tasks.Any(task => task.Starts.Length == 0) || Loads.Any(load => load.Amount > problem.Resources[load.Resource].Capacity);
        Pairs = new Pairs(problem, Loads);
        Unit = UnitOf(out var most);
        Trail = new Trail(BoundsOf(Pairs.All.Count, most));
        Arcs = new Arcs(Trail, [.. Lags(), .. Pairs.Arcs(Tasks + 2)]);
        Gaps = new Gaps(Trail, [.. problem.Tasks.Select(task => task.Starts)]);
        Tables = [.. problem.Resources.Select(TableOf)];
        StartCost[] costs = [.. problem.Tasks.Index().Where(task => task.Item.Ramps.Length > 0).Select(task => new StartCost(task.Index, task.Item.Ramps))];
        Cost = new CostBound(Trail, costs, new CostTree(Array.ConvertAll(costs, cost => cost.Task), floors), [.. Overuses()], Tasks << 1, CostView, problem.MakespanCost, Unit);
    }

    public int Tasks => _problem.Count;

    /// <summary>True where one look shows that there is no plan.</summary>
    public bool IsImpossible { get; }

    public Trail Trail { get; }

    public Pairs Pairs { get; }

    public Arcs Arcs { get; }

    public Gaps Gaps { get; }

    /// <summary>The uses of all resources, resource by resource, the greatest first.</summary>
    public Load[] Loads { get; }

    /// <summary>For each resource, or null where nothing can be too much.</summary>
    public TimeTable?[] Tables { get; }

    public CostBound Cost { get; }

    /// <summary>The cost, rounded up to <see cref="Unit"/>.</summary>
    public int CostView => (Tasks + 1) << 1;

    /// <summary>What one more of the cost's number costs.</summary>
    public long Unit { get; }

    /// <summary>The first view of the choices of who goes first.</summary>
    public int FirstChoice => (Tasks + 2) << 1;

    private IEnumerable<Arc> Lags()
    {
        foreach (var lag in _problem.Lags)
        {
            yield return new Arc(lag.From << 1, lag.To << 1, Math.Clamp(lag.Least, -_problem.Horizon, _problem.Horizon), Arc.Always);
        }

        for (var task = 0; task < Tasks && _problem.MakespanCost > 0; task++)
        {
            yield return new Arc(task << 1, Tasks << 1, _problem.Tasks[task].Length, Arc.Always);
        }
    }

    private TimeTable? TableOf(CompactResource resource, int index)
    {
        var first = Array.FindIndex(Loads, load => load.Resource == index);
        var loads = Loads.Where(load => load.Resource == index).ToArray();
        return loads.Sum(load => (long)load.Amount) <= resource.Capacity ? null : new TimeTable(Trail, loads, first, index, resource.Capacity, resource.Edges);
    }

    private IEnumerable<Overuse> Overuses() => _problem.Resources.Index().Where(resource => resource.Item.OverCost > 0)
        .Select(resource => new Overuse(Trail, [.. Loads.Where(load => load.Resource == resource.Index)], resource.Item));

    private int[] BoundsOf(int choices, int most)
    {
        var bounds = new List<int>();
        foreach (var task in _problem.Tasks)
        {
            bounds.AddRange(task.Starts.Length == 0 ? [0, 0] : [task.Starts[0], 1 - task.Starts[^1]]);
        }

        bounds.AddRange([0, _problem.MakespanCost > 0 ? -_problem.Horizon : 0, 0, -most]);
        for (var choice = 0; choice < choices; choice++)
        {
            bounds.AddRange([0, -1]);
        }

        return [.. bounds];
    }

    // Costs have a common divisor more often than not; a larger unit is taken only where even that is not enough.
    private long UnitOf(out int most)
    {
        var (total, divisor) = ((Int128)_problem.MakespanCost * _problem.Horizon, _problem.MakespanCost);
        foreach (var task in _problem.Tasks.Where(task => task.Starts.Length > 0))
        {
            total += Int128.Max(task.CostAt(task.Starts[0]), task.CostAt(task.Starts[^1] - 1)) + task.Ramps.Sum(ramp => ramp.Off);
            divisor = task.Ramps.Aggregate(divisor, (common, ramp) => Divisor(Divisor(common, ramp.Off), Divisor(ramp.Before, ramp.After)));
        }

        foreach (var load in Loads)
        {
            total += (Int128)_problem.Resources[load.Resource].OverCost * load.Amount * (load.Until - load.From);
            divisor = Divisor(divisor, _problem.Resources[load.Resource].OverCost);
        }

        var unit = Int128.Max(Math.Max(1, divisor), (total + MostUnits - 1) / MostUnits);
        most = (int)((total + unit - 1) / unit);
        return (long)unit;
    }

    private static long Divisor(long one, long other) => other == 0 ? one : Divisor(other, one % other);
}
