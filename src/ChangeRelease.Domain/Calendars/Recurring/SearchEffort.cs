namespace ChangeRelease.Domain.Calendars;

/// <summary>Counts the steps of one search. A step is a look at one year, period, or time, whatever comes of it.</summary>
internal sealed class SearchEffort(int most)
{
    public int Taken { get; private set; }

    public bool IsSpent { get; private set; }

    /// <summary>How far the search had come when its steps were spent.</summary>
    public long Reached { get; private set; }

    /// <summary>Takes one more step, unless all are spent.</summary>
    public bool Step(long position)
    {
        if (Taken < most)
        {
            Taken++;
            return true;
        }

        Spend(position);
        return false;
    }

    /// <summary>Ends the search where it is: nothing beyond can be known.</summary>
    public void Spend(long position) => (IsSpent, Reached) = (true, position);
}
