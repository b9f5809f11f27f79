using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using static ChangeRelease.Domain.Tests.Approvals.Polling;

namespace ChangeRelease.Domain.Tests.Approvals;

/// <summary>Who may vote for whom, who is struck out for whose sake, and how it is told.</summary>
public sealed class DelegationTests
{
    [Fact]
    public void The_delegate_of_the_requester_cannot_approve_and_the_chain_is_told()
    {
        var directory = Directory((Cab, "dan erik")) with { Delegations = [Lets("rita", "petra"), Lets("petra", "dan")] };
        var contributors = Contributors.None.With(Actor.Human(Who("rita")), "requester").Resolved(directory, [], Now);

        var tally = Count(Ask.Of(1, Cab), directory, All("dan"), contributors);

        tally.IsSatisfied.Should().BeFalse();
        tally.Struck.Should().ContainSingle().Which.Why.Should().Be("dan had a hand in it (dan: delegate (rita → petra → dan) of rita, requester)");
        Told(tally.Missing()).Should().Be("erik");
    }

    [Theory]
    // Around both ends of a delegation: the start is inside, the end is not.
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(3_599_999_999, true)]
    [InlineData(3_600_000_000, false)]
    public void A_delegation_holds_from_its_start_until_its_end(long microseconds, bool holds) =>
        Lets("rita", "dan").HoldsAt(Now + Duration.FromNanoseconds(microseconds * 1_000)).Should().Be(holds);

    [Fact]
    public void Who_is_kept_apart_from_a_contributor_cannot_approve_and_keeps_nobody_else_out()
    {
        var directory = Directory((Cab, "dan erik fay"), (Security, "rita"));
        ValueList<Separation> apart = [new Separation(Party.In(Security), Party.Of(Who("dan"))), new Separation(Party.Of(Who("dan")), Party.Of(Who("erik")))];

        var contributors = Hands("rita").Resolved(directory, apart, Now);

        contributors.Of(Who("dan")).Should().ContainSingle().Which.Part.Should().Be("kept apart from rita, editor");
        contributors.Include(Who("erik")).Should().BeFalse();
    }

    [Fact]
    public void The_owner_of_a_service_account_that_had_a_hand_in_it_cannot_approve_nor_can_their_delegate()
    {
        var directory = Directory((Cab, "dana dan")) with { ServiceAccounts = [new ServiceAccount(Who("bot"), Who("dana"))], Delegations = [Lets("dana", "dan")] };

        var contributors = Contributors.None.With(Who("bot"), "editor").Resolved(directory, [], Now);

        contributors.Include(Who("dana")).Should().BeTrue();
        contributors.ChainOf(Who("dan")).Should().Be("dan: delegate (dana → dan) of dana, owner of bot, editor");
    }

    [Fact]
    public void A_person_who_votes_for_another_has_used_their_own_vote()
    {
        var forPetra = Yes("dan") with { Chain = Names("petra dan") };

        Count(Ask.Of(2, Cab), Directory((Cab, "petra dan erik")), [forPetra, Yes("dan")]).IsSatisfied.Should().BeFalse();
        Count(Ask.Of(2, Cab), Directory((Cab, "petra dan erik")), [forPetra, Yes("petra")]).IsSatisfied.Should().BeFalse();
        Count(Ask.Of(2, Cab), Directory((Cab, "petra dan erik")), [forPetra, Yes("erik")]).IsSatisfied.Should().BeTrue();
    }

    [Fact]
    public void A_vote_counts_no_longer_when_the_one_whose_voice_it_was_left_the_role()
    {
        var forPetra = Yes("dan") with { Chain = Names("petra dan") };

        Count(Ask.Of(1, Cab), Directory((Cab, "petra erik")), [forPetra]).IsSatisfied.Should().BeTrue();
        Count(Ask.Of(1, Cab), Directory((Cab, "dan erik")), [forPetra]).Struck.Should().ContainSingle().Which.Why.Should().Be("petra is not among those who are asked");
    }

    private static Delegation Lets(string from, string to) => new(Who(from), Who(to), Now, Now + Duration.FromHours(1));
}
