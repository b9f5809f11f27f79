namespace ChangeRelease.Domain.Scheduling.Solving;

/// <summary>Takes a schedule over as it is where that is still possible, and places the rest as near as it can.</summary>
internal sealed class Resumption(Draftboard board)
{
    public void Run(int[] starts)
    {
        board.Clear();
        var order = Enumerable.Range(0, starts.Length).OrderBy(task => starts[task] == Timetable.Nowhere ? long.MaxValue : starts[task]).ToArray();
        for (var pass = 0; pass < 2; pass++)
        {
            foreach (var task in order)
            {
                if (!board.IsPlaced(task) && (pass > 0 || starts[task] != Timetable.Nowhere))
                {
                    Put(task, starts[task], pass > 0);
                }
            }
        }
    }

    private void Put(int task, int start, bool anywhere)
    {
        var (from, to) = board.BoundsOf(task);
        if (from > to)
        {
            return;
        }

        if (!anywhere)
        {
            if (start >= from && start <= to && board.Table.Earliest(task, start, start) == start)
            {
                board.Place(task, start);
            }

            return;
        }

        var near = start == Timetable.Nowhere ? from : Math.Clamp(start, from, to);
        var found = board.Table.Earliest(task, near, to);
        found = found == Timetable.Nowhere ? board.Table.Latest(task, from, near) : found;
        if (found != Timetable.Nowhere)
        {
            board.Place(task, found);
        }
    }
}
