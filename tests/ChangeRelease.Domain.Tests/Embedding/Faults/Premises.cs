using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Embedding;
using ChangeRelease.Domain.Foundation;
using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;
using ChangeRelease.Domain.Tests.Changes.Journeys;
using NodaTime;

namespace ChangeRelease.Domain.Tests.Embedding.Faults;

/// <summary>The firm whose desks break: who there is, and what they know.</summary>
internal static class Premises
{
    public static readonly Instant Opening = Cast.Opening;
    public static readonly TrainId Weekly = new("weekly");
    public static readonly Actor Stranger = Cast.Person("nobody");
    public static readonly EnvironmentId Staging = new("staging");

    public static DeskSettings Settings { get; } = new(World.Tenant);

    public static FactBook Book { get; } = Hall.Book with
    {
        Directory = Hall.Book.Directory! with
        {
            Memberships = Hall.Book.Directory.Memberships.With((ValueList<Membership>)[new Membership(BookingNeeds.Stewards, [Cast.Otto.Id])]),
        },
        Promotion = new PromotionPath("ordinary", [new(Staging) { Gates = [Gate.Tests("smoke")] }]),
        Active = [],
    };

    /// <summary>The same, where a board decides on everything.</summary>
    public static FactBook OfBoard { get; } = Book with
    {
        Policy = Book.Policy! with { Rules = Book.Policy.Rules.Select(rule => new ApprovalRule(rule.SubjectClass, rule.Act, Ask.Board(Cast.Cab.Id), rule.Validity)).ToValueList() },
    };

    /// <summary>The same, after the board was replaced.</summary>
    public static FactBook OfNewBoard { get; } = Book with { Directory = Cast.NewBoard };
}
