using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;

namespace TrainAndHotfix;

/// <summary>Who works here, and in which role.</summary>
internal static class People
{
    /// <summary>Writes the shop, and brings its releases.</summary>
    public static readonly Actor Ada = Person("ada");

    /// <summary>Writes the search, and brings its releases.</summary>
    public static readonly Actor Ben = Person("ben");

    /// <summary>Conducts the train.</summary>
    public static readonly Actor Cleo = Person("cleo");

    /// <summary>Assesses changes.</summary>
    public static readonly Actor Dan = Person("dan");

    /// <summary>Two of the board, by day and by night.</summary>
    public static readonly Actor Eva = Person("eva");

    /// <summary>The other one.</summary>
    public static readonly Actor Finn = Person("finn");

    /// <summary>Deploys.</summary>
    public static readonly Actor Otto = Person("otto");

    /// <summary>Watches rollouts, and is no person.</summary>
    public static readonly Actor Watcher = Actor.Service(new ActorId("watcher"), Otto.Id);

    public static RoleId Board { get; } = new("board");

    public static DirectorySnapshot Directory { get; } = new("people-44",
    [
        new Membership(Board, [Eva.Id, Finn.Id]),
        new Membership(ChangeRelease.Domain.Changes.Needs.Assessors, [Dan.Id]),
        new Membership(TrainNeeds.Conductors, [Cleo.Id]),
        new Membership(BookingNeeds.Stewards, [Cleo.Id]),
    ]);

    private static Actor Person(string name) => Actor.Human(new ActorId(name));
}
