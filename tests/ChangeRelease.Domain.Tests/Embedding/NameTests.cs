using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;

namespace ChangeRelease.Domain.Tests.Embedding;

/// <summary>Names that are long, or look like something else, are names like any other; tenants never meet (S-9).</summary>
public sealed class NameTests
{
    private static readonly string Long = new('x', 256);

    public static TheoryData<string, string> Pairs => new()
    {
        { Long, Long[..255] + "y" },
        { "a/b", "a%2Fb" },
        { "a%b", "a%25b" },
        { "CHG-1", "chg-1" },
        { "caf\u00e9", "cafe\u0301" },

        // Whose holder's name would be the digest of the other, if a digest could be taken for a name.
        { Long, Digest.Of(System.Text.Encoding.UTF8.GetBytes(Long)).Hex },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Two_names_are_two_changes_and_two_holders(string left, string right)
    {
        var (world, store) = (new World(), new InMemoryEventStore());
        var (one, two) = (new ChangeId(left), new ChangeId(right));
        await world.Bring(store, one, World.Bob, World.Cid);
        await world.Bring(store, two, World.Bob, World.Cid);
        await world.Schedule(store, one, World.Night(0));

        var outcome = await world.Changes(store).HandleAsync(two, new ScheduleChange(World.Night(0)), World.Otto, new CommandId(Long));

        outcome.Refusals.Select(refusal => refusal.Code).Should().Equal("change.slot.full");
        (await world.Schedule(store, two, World.Night(1), Long)).Id.Should().Be(two);
        (await World.LedgerIn(store)).Bookings.Select(booking => booking.Holder).Should().HaveCount(2).And.OnlyHaveUniqueItems();
        (await world.Changes(store).FindAsync(one))!.Id.Should().Be(one);
    }

    [Fact]
    public async Task Two_tenants_in_one_store_never_meet()
    {
        var store = new InMemoryEventStore();
        var (acme, other) = (new World(), new World { Of = new TenantId("ac/me") });
        await acme.Bring(store, World.One, World.Bob, World.Cid);
        await acme.Schedule(store, World.One, World.Night(0));

        (await other.Changes(store).FindAsync(World.One)).Should().BeNull();
        await other.Bring(store, World.One, World.Bob, World.Cid);
        await other.Schedule(store, World.One, World.Night(0));
        (await World.LedgerIn(store)).Bookings.Should().ContainSingle();
        (await World.LedgerIn(store, other.Of)).Bookings.Should().ContainSingle();
    }
}
