using ChangeRelease.Domain.Calendars;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Calendars;

/// <summary>The algebra of slots against one bit a minute.</summary>
public sealed class SlotSetTests
{
    private const int Minutes = 48;

    private static readonly Instant _origin = Given.Utc("2026-11-02 00:00");

    [Fact]
    public void Touching_and_overlapping_slots_become_one()
    {
        var set = SlotSet.Of(At(5, 9), At(0, 3), At(3, 5), At(12, 14), At(13, 13 + 1));

        set.Should().Equal(At(0, 9), At(12, 14));
        set.Should().BeEquivalentTo(SlotSet.Of(At(12, 14), At(0, 9)));
        set.Equals(SlotSet.Of(At(12, 14), At(0, 9))).Should().BeTrue();
    }

    [Fact]
    public void A_slot_across_a_hole_is_not_contained()
    {
        var set = SlotSet.Of(At(0, 5), At(6, 9));

        set.Contains(At(0, 5)).Should().BeTrue();
        set.Contains(At(4, 7)).Should().BeFalse();
        set.Contains(At(5, 6)).Should().BeFalse();
        set.Contains(At(7, 10)).Should().BeFalse();
        SlotSet.Empty.Contains(At(0, 1)).Should().BeFalse();
    }

    [Fact]
    public void The_algebra_agrees_with_a_bitmap()
    {
        for (var seed = 0; seed < 5_000; seed++)
        {
            var random = new Random(seed);
            var (left, right) = (Some(random), Some(random));
            var (a, b) = (Bits(left), Bits(right));
            var (x, y) = (SlotSet.Of(left), SlotSet.Of(right));

            Agree(x.Union(y), a.Zip(b, (p, q) => p || q), seed);
            Agree(x.Intersect(y), a.Zip(b, (p, q) => p && q), seed);
            Agree(x.Subtract(y), a.Zip(b, (p, q) => p && !q), seed);
            var probe = OneSlot(random);
            x.Contains(probe).Should().Be(Covers(a, probe), "of seed {0}", seed);
            x.Contains(probe.Start).Should().Be(a[Minute(probe.Start)], "of seed {0}", seed);
        }
    }

    private static void Agree(SlotSet set, IEnumerable<bool> expected, int seed)
    {
        Bits(set).SequenceEqual(expected).Should().BeTrue("of seed {0}", seed);
        set.Zip(set.Skip(1)).All(pair => pair.First.End < pair.Second.Start).Should().BeTrue("slots are apart and in order, with seed {0}", seed);
    }

    private static List<Slot> Some(Random random) => [.. Enumerable.Range(0, random.Next(7)).Select(_ => OneSlot(random))];

    private static Slot OneSlot(Random random)
    {
        var start = random.Next(Minutes - 1);
        return At(start, random.Next(start + 1, Math.Min(Minutes, start + 12)));
    }

    private static bool[] Bits(IEnumerable<Slot> slots)
    {
        var all = slots.ToList();
        return [.. Enumerable.Range(0, Minutes).Select(minute => all.Any(slot => slot.Contains(At(minute, minute + 1))))];
    }

    private static bool Covers(bool[] bits, Slot slot) => bits[Minute(slot.Start)..Minute(slot.End)].All(bit => bit);

    private static int Minute(Instant instant) => (int)(instant - _origin).TotalMinutes;

    private static Slot At(int from, int to) => new(_origin + Duration.FromMinutes(from), _origin + Duration.FromMinutes(to));
}
