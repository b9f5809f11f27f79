using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Tests.Changes.Journeys;

namespace ChangeRelease.Domain.Tests.Changes.Emergencies;

/// <summary>An act of two people is of two people, whatever accounts and roles they have (S-9, S-24).</summary>
public sealed class TwoPeopleTests
{
    private static readonly ActorId Petra = Cast.Petra.Id;

    [Fact]
    public void One_person_who_holds_every_role_is_no_second_person()
    {
        var everything = Cast.Directory with { Memberships = new[] { Cast.Board, Needs.Assessors, new RoleId("process-owner"), new RoleId("sre") }.Select(role => new Membership(role, [Petra])).ToValueList() };

        Confirmed(Cast.Petra, everything).Should().Equal("change.emergency.same-person");
        Confirmed(Cast.Quinn, everything).Should().BeEmpty("two people without any role are two people");
    }

    [Fact]
    public void An_account_that_the_directory_says_the_proposer_answers_for_is_no_second_person()
    {
        Confirmed(Cast.Quinn, Owning(new ServiceAccount(Cast.Quinn.Id, Petra))).Should().Equal("change.emergency.same-person");
        Confirmed(Cast.Quinn, Owning(new ServiceAccount(Cast.Quinn.Id, Cast.Rita.Id))).Should().Equal("change.emergency.same-person");
        Confirmed(Cast.Quinn, Owning(new ServiceAccount(new ActorId("robot"), Petra))).Should().BeEmpty();
    }

    [Fact]
    public void Two_accounts_that_one_person_answers_for_are_one_person()
    {
        var twins = Owning(new ServiceAccount(Petra, Cast.Rita.Id));

        Confirmed(Cast.Rita, twins).Should().Equal("change.emergency.same-person");
        Confirmed(Cast.Quinn, twins).Should().BeEmpty();
    }

    [Fact]
    public void Who_proposes_is_a_person_by_the_directory_too()
    {
        var traveler = new Traveler("emergency");
        var move = traveler.Good("RequestBreakGlass");
        IEnumerable<string> Told(DirectorySnapshot? directory) => traveler.Ask(move with { Facts = move.Facts with { Directory = directory } }).Refusals.Where(refusal => !refusal.IsUnjudged).Select(refusal => refusal.Code);

        Told(Owning(new ServiceAccount(Petra, Cast.Rita.Id))).Should().Equal("change.emergency.proposer-not-a-person");
        Told(null).Should().Equal("change.directory.missing");
        Told(Cast.Directory).Should().BeEmpty();
    }

    [Fact]
    public void The_refusal_shows_who_stands_behind_both()
    {
        var traveler = new Traveler("emergency").Go("RequestBreakGlass");
        var move = traveler.By(Cast.Quinn, new ConfirmBreakGlass());

        var refusal = traveler.Ask(move with { Facts = move.Facts with { Directory = Owning(new ServiceAccount(Cast.Quinn.Id, Petra)) } }).Refusals.Single();

        refusal.Facts.Should().Contain(fact => fact.Name == "behind the confirmation" && fact.Value == "[quinn, petra]");
    }

    private static DirectorySnapshot Owning(params ServiceAccount[] accounts) => Cast.Directory with { ServiceAccounts = accounts.ToValueList() };

    private static IEnumerable<string> Confirmed(Actor by, DirectorySnapshot directory)
    {
        var traveler = new Traveler("emergency").Go("RequestBreakGlass");
        var move = traveler.By(by, new ConfirmBreakGlass());
        return traveler.Ask(move with { Facts = move.Facts with { Directory = directory } }).Refusals.Select(refusal => refusal.Code);
    }
}
