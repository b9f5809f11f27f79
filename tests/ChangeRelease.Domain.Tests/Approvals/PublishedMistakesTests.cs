using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using static ChangeRelease.Domain.Tests.Approvals.Polling;

namespace ChangeRelease.Domain.Tests.Approvals;

/// <summary>Mistakes that other systems published, each prevented here.</summary>
public sealed class PublishedMistakesTests
{
    [Fact]
    public void Three_approvers_at_a_hundred_percent_with_two_accepted_is_pending()
    {
        var tally = Count(Ask.Percent(100, Cab), Directory((Cab, "a b c")), All("a b"));

        tally.Standing.Should().Be(TallyStanding.Pending);
        Told(tally.Missing()).Should().Be("c");
    }

    [Fact]
    public void Ten_approvers_at_a_hundred_percent_with_one_refusal_is_unreachable()
    {
        var tally = Count(Ask.Percent(100, Cab), Ten(), [No("m3")]);

        tally.Standing.Should().Be(TallyStanding.Unreachable);
        tally.Obstacles.Should().Equal("100 % of cab asks for 10, and at most 9 can approve");
        tally.Missing().Sets.Should().BeEmpty();
    }

    [Theory]
    // percent, members, needed: rounded up, exactly
    [InlineData(1, 3, 1)]
    [InlineData(33, 3, 1)]
    [InlineData(34, 3, 2)]
    [InlineData(50, 3, 2)]
    [InlineData(51, 100, 51)]
    [InlineData(29, 100, 29)]
    [InlineData(57, 100, 57)]
    [InlineData(58, 50, 29)]
    [InlineData(67, 3, 3)]
    [InlineData(100, 10, 10)]
    [InlineData(100, 0, 1)]
    public void A_percentage_is_exact_and_rounded_up(int percent, int members, int needed) => Threshold.Share(percent, 100).Of(members).Should().Be(needed);

    [Fact]
    public void A_later_rejection_is_not_hidden_by_an_earlier_approval_with_the_same_voice()
    {
        var tally = Count(Ask.Of(1, Cab), Directory((Cab, "petra")), [Yes("dan") with { Chain = Names("petra dan") }, No("petra")]);

        tally.Standing.Should().Be(TallyStanding.Unreachable);
        tally.Struck.Should().ContainSingle().Which.Why.Should().Be("petra or dan spoke in another vote");
    }

    [Fact]
    public void A_rejection_stays_visible_when_enough_others_approve()
    {
        var tally = Count(Ask.Of(2, Cab).UnlessVetoedBy(Security), Directory((Cab, "a b c"), (Security, "sam")), [No("sam"), .. All("a b")]);

        tally.Standing.Should().Be(TallyStanding.Unreachable);
        tally.Obstacles.Should().Equal("sam of security vetoed it");
    }

    [Fact]
    public void A_bots_vote_counts_for_its_owner_and_only_once()
    {
        var bot = Yes("dana") with { Through = Who("bot") };

        Count(Ask.Of(2, Cab), Directory((Cab, "dana erik")), [bot, Yes("dana")]).Approvers.Should().Equal(Who("dana"));
        Count(Ask.Of(1, Cab), Directory((Cab, "dana erik")), [bot], Hands("dana")).IsSatisfied.Should().BeFalse();
        Count(Ask.Of(1, Cab), Directory((Cab, "dana erik")), [bot], Hands("bot")).IsSatisfied.Should().BeFalse();
    }

    [Fact]
    public void A_bot_in_a_role_is_no_person_of_it()
    {
        var directory = Directory((Cab, "dana bot")) with { ServiceAccounts = [new ServiceAccount(Who("bot"), Who("dana"))] };

        Count(Ask.Percent(100, Cab), directory, All("dana")).IsSatisfied.Should().BeTrue();
        Count(Ask.Of(1, Cab), directory, All("bot")).Standing.Should().Be(TallyStanding.Pending);
        Count(Ask.Person(Who("bot")), directory, All("bot")).Standing.Should().Be(TallyStanding.Unreachable);
    }

    [Fact]
    public void Striking_members_out_does_not_lower_a_share()
    {
        Count(Ask.Percent(50, Cab), Ten(), All("m0 m1 m2"), Hands("m6 m7 m8 m9")).Standing.Should().Be(TallyStanding.Pending);
        Count(Ask.Percent(50, Cab), Ten(), All("m0 m1 m2 m3"), Hands("m5 m6 m7 m8 m9")).Missing().Sets.Should().Equal(Names("m4").Select(Party.Of).ToValueList());
        Count(Ask.Percent(50, Cab), Ten(), All("m0 m1 m2 m3"), Hands("m4 m5 m6 m7 m8 m9")).Standing.Should().Be(TallyStanding.Unreachable);
    }

    [Fact]
    public void An_empty_role_gives_no_approval() =>
        Count(Ask.Percent(1, Cab), Directory((Cab, "")), []).Standing.Should().Be(TallyStanding.Unreachable);

    [Fact]
    public void Nobody_named_does_not_build()
    {
        FluentActions.Invoking(() => Ask.AllOf()).Should().Throw<ArgumentException>().WithMessage("*Nobody named is no authority*");
        FluentActions.Invoking(() => Ask.AnyOf()).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Ask.AtLeast(0, Ask.Of(1, Cab))).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Ask.Of(0, Cab)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Ask.Percent(0, Cab)).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => Ask.Percent(101, Cab)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
