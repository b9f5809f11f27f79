using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Scheduling;

/// <summary>Where so many slots overlap that there is no place for one more.</summary>
internal static class CrowdedStretches
{
    /// <summary>The stretches in which at least so many slots overlap, in order of time; slots that merely touch do not (S-40).</summary>
    public static IReadOnlyList<Slot> Full(IEnumerable<Slot> taken, int capacity)
    {
        var (full, count, since) = (new List<Slot>(), 0, Instant.MinValue);
        foreach (var (at, by) in taken.SelectMany(Edges).OrderBy(edge => edge.At).ThenBy(edge => edge.By))
        {
            if (count < capacity && count + by >= capacity)
            {
                since = at;
            }
            else if (count >= capacity && count + by < capacity)
            {
                Add(full, new Slot(since, at));
            }

            count += by;
        }

        return full;
    }

    /// <summary>The earliest slot of a length that is clear of all stretches.</summary>
    public static Slot FirstClear(IEnumerable<Slot> full, Duration length, Instant notBefore)
    {
        foreach (var stretch in full)
        {
            if (stretch.Start - notBefore >= length)
            {
                break;
            }

            notBefore = Instant.Max(notBefore, stretch.End);
        }

        return new Slot(notBefore, notBefore + length);
    }

    // Where one goes and the next one comes at the same instant, it is one stretch.
    private static void Add(List<Slot> full, Slot stretch)
    {
        if (full is [.., var last] && last.End == stretch.Start)
        {
            full[^1] = new Slot(last.Start, stretch.End);
        }
        else
        {
            full.Add(stretch);
        }
    }

    private static (Instant At, int By)[] Edges(Slot slot) => [(slot.Start, 1), (slot.End, -1)];
}
