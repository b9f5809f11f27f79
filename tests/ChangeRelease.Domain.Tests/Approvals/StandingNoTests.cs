using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using NodaTime;
using static ChangeRelease.Domain.Tests.Approvals.Polling;

namespace ChangeRelease.Domain.Tests.Approvals;

/// <summary>Nobody gets rid of a veto by making its giver one who had a hand in it (S-8, S-24).</summary>
public sealed class StandingNoTests
{
    private static readonly ApprovalExpression Asks = Ask.Of(1, Cab).UnlessVetoedBy(Security);
    private static readonly DirectorySnapshot People = Directory((Cab, "dan"), (Security, "sam"));
    private static readonly ValueList<Vote> Votes = [No("sam"), Yes("dan")];

    [Fact]
    public void A_veto_stands_though_the_requester_lets_its_giver_vote_for_them_afterwards()
    {
        var directory = People with { Delegations = [new Delegation(Who("rita"), Who("sam"), Now, Now + Duration.FromHours(1))] };
        var contributors = Hands("rita").Resolved(directory, [], Now);

        contributors.Include(Who("sam")).Should().BeTrue();
        Count(Asks, directory, Votes, contributors).Standing.Should().Be(TallyStanding.Unreachable);
    }

    [Fact]
    public void A_veto_stands_though_its_giver_is_kept_apart_afterwards()
    {
        var contributors = Hands("rita").Resolved(People, [new Separation(Party.Of(Who("rita")), Party.In(Security))], Now);

        Count(Asks, People, Votes, contributors).Standing.Should().Be(TallyStanding.Unreachable);
    }

    [Fact]
    public void An_approval_of_the_same_person_is_struck() =>
        Count(Asks, People, [Yes("dan")], Hands("dan")).IsSatisfied.Should().BeFalse();
}
