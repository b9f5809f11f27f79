using System.Collections.Immutable;
using ChangeRelease.Domain.Foundation;
using NodaTime;

namespace ChangeRelease.Domain.Calendars;

/// <summary>The set algebra as single sweeps over slots that are sorted by start.</summary>
internal static class SlotSweep
{
    public static SlotSet Union(IReadOnlyList<Slot> left, IReadOnlyList<Slot> right)
    {
        var merged = ImmutableArray.CreateBuilder<Slot>(left.Count + right.Count);
        for (int i = 0, j = 0; i < left.Count || j < right.Count;)
        {
            var fromLeft = j == right.Count || (i < left.Count && left[i].Start <= right[j].Start);
            Merge(merged, fromLeft ? left[i++] : right[j++]);
        }

        return SetOf(merged);
    }

    public static SlotSet Intersect(IReadOnlyList<Slot> left, IReadOnlyList<Slot> right)
    {
        var common = ImmutableArray.CreateBuilder<Slot>();
        for (int i = 0, j = 0; i < left.Count && j < right.Count;)
        {
            if (left[i].Intersect(right[j]) is { } part)
            {
                common.Add(part);
            }

            _ = left[i].End <= right[j].End ? i++ : j++;
        }

        return SetOf(common);
    }

    public static SlotSet Subtract(IReadOnlyList<Slot> from, IReadOnlyList<Slot> what)
    {
        var rest = ImmutableArray.CreateBuilder<Slot>();
        var next = 0;
        foreach (var slot in from)
        {
            var start = slot.Start;
            for (; next < what.Count && what[next].Start < slot.End; next++)
            {
                AddBetween(rest, start, Instant.Min(what[next].Start, slot.End));
                start = Instant.Max(start, what[next].End);
                if (what[next].End > slot.End)
                {
                    break;
                }
            }

            AddBetween(rest, start, slot.End);
        }

        return SetOf(rest);
    }

    private static void Merge(ImmutableArray<Slot>.Builder merged, Slot slot)
    {
        if (merged.Count == 0 || merged[^1].End < slot.Start)
        {
            merged.Add(slot);
        }
        else if (merged[^1].End < slot.End)
        {
            merged[^1] = new Slot(merged[^1].Start, slot.End);
        }
    }

    private static void AddBetween(ImmutableArray<Slot>.Builder rest, Instant start, Instant end)
    {
        if (start < end)
        {
            rest.Add(new Slot(start, end));
        }
    }

    private static SlotSet SetOf(ImmutableArray<Slot>.Builder slots) =>
        slots.Count == 0 ? SlotSet.Empty : new SlotSet(slots.ToValueList());
}
