namespace ChangeRelease.Domain.Scheduling;

/// <summary>The first of much work, in order, without sorting all of it.</summary>
internal static class FirstWorks
{
    private static readonly Comparer<ScheduledWork> LastFirst = Comparer<ScheduledWork>.Create((one, other) => other.CompareTo(one));

    public static IEnumerable<ScheduledWork> Of(IEnumerable<ScheduledWork> works, int most)
    {
        var first = new PriorityQueue<ScheduledWork, ScheduledWork>(LastFirst);
        foreach (var work in works)
        {
            if (first.Count < most)
            {
                first.Enqueue(work, work);
            }
            else if (work.CompareTo(first.Peek()) < 0)
            {
                first.EnqueueDequeue(work, work);
            }
        }

        return first.UnorderedItems.Select(one => one.Element).Order();
    }
}
