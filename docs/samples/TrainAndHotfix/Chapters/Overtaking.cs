using ChangeRelease.Domain.Approvals;
using ChangeRelease.Domain.Calendars;
using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Releases;
using NodaTime;

namespace TrainAndHotfix.Chapters;

/// <summary>In the freeze cards are refused: an emergency change in a hotfix passes it by an exemption, and overtakes the train.</summary>
internal static class Overtaking
{
    public static async Task TellAsync(Teller teller)
    {
        var now = new Slot(Instant.FromUtc(2026, 11, 7, 3, 50), Instant.FromUtc(2026, 11, 7, 5, 50));
        teller.Begin("Saturday, November 7, 03:00: cards are refused, in the middle of the sale");
        teller.At(7, 3, 10);
        await teller.YesAsync(
            "asks for an emergency change",
            Act.On(Cargo.Cards, People.Ada, new OpenChange(Cargo.Cards, "emergency", Cargo.Emergency("Take cards again", Cargo.Checkout))),
            Act.On(Cargo.Cards, People.Ada, new SubmitChange()));
        await teller.NoAsync("authorizes it alone", Act.On(Cargo.Cards, People.Eva, new AuthorizeChange()));
        await teller.YesAsync(
            "authorize it together",
            Act.On(Cargo.Cards, People.Eva, change => new VoteOnChange(VoteChoice.Approve, change.Digest)),
            Act.On(Cargo.Cards, People.Finn, change => new VoteOnChange(VoteChoice.Approve, change.Digest)),
            Act.On(Cargo.Cards, People.Finn, new AuthorizeChange()));

        teller.At(7, 3, 25);
        await teller.YesAsync("plans the hotfix and builds it", Cargo.Built(Cargo.Hotfix43, People.Ada, Cargo.Release("Cards", ReleaseType.Hotfix, "2.4.1", Cargo.Checkout, Cargo.Cards, Both), Cargo.Package("checkout 2.4.1", teller.Desks.Now, "4750")));
        await teller.YesAsync("brings it to test", Cargo.Promoted(Cargo.Hotfix43, Shop.Test));
        teller.At(7, 3, 35);
        await teller.YesAsync("show that it works there", Cargo.Shown(Cargo.Hotfix43, Shop.Test, "integration", teller.Desks.Now));
        await teller.YesAsync("call it tested, vote, and let it go", Cargo.LetGo(Cargo.Hotfix43, People.Ada, People.Eva, People.Finn));

        teller.At(7, 3, 45);
        await teller.YesAsync("notes the hotfix beside the train", Act.On(Journey.Weekly, People.Otto, new NoteHotfix(Cargo.Hotfix43, "cards are refused, INC-9")));
        var overtaken = (await teller.Desks.Trains.FindAsync(Journey.Weekly))!.Hotfixes[^1].Overtaken;
        teller.See($"overtaken: {string.Join(", ", overtaken.Select(nominal => $"the train of {Clock.Day(nominal)}"))}");
        await teller.YesAsync("schedules it into the freeze, which exempts hotfixes and emergencies", Act.On(Cargo.Hotfix43, People.Otto, new ScheduleRelease(now)));
        await teller.YesAsync("puts its change aboard", Act.On(Cargo.Cards, People.Otto, ScheduleChange.On(Cargo.Hotfix43)));

        teller.At(7, 3, 52);
        await teller.YesAsync("begins to deploy", Act.On(Cargo.Hotfix43, People.Otto, new DeployRelease()));
        await teller.TidingsAsync(Cargo.Hotfix43);
        await teller.YesAsync("brings it to Europe", Leaving.Stage(Cargo.Hotfix43, "eu"), Act.On(Cargo.Hotfix43, People.Otto, new FinishStage("eu")));
        await teller.YesAsync("brings it to America", Leaving.Stage(Cargo.Hotfix43, "us"), Act.On(Cargo.Hotfix43, People.Otto, new FinishStage("us")), Act.On(Cargo.Hotfix43, People.Otto, new FinishRollout()));
        await Leaving.ExposureAsync(teller, Cargo.Hotfix43);
        Leaving.Registered(teller, "2.4.1");

        teller.At(7, 4, 30);
        await teller.YesAsync("accepts the hotfix", Act.On(Cargo.Hotfix43, People.Ada, new AcceptRelease()));
        await teller.TidingsAsync(Cargo.Hotfix43);
        await DebtAsync(teller);
    }

    private static async Task DebtAsync(Teller teller)
    {
        teller.At(9, 10);
        var owed = (await teller.Desks.Changes.FindAsync(Cargo.Cards))!.Owed;
        teller.Look(People.Cleo, Cargo.Cards.Value, "looks what the emergency owes", $"owed: {string.Join(", ", owed)}");
        await teller.YesAsync(
            "pay the debt: they ratify, review and close it",
            Act.On(Cargo.Cards, People.Eva, change => new VoteOnChange(VoteChoice.Approve, change.Digest)),
            Act.On(Cargo.Cards, People.Finn, change => new VoteOnChange(VoteChoice.Approve, change.Digest)),
            Act.On(Cargo.Cards, People.Finn, new RatifyChange()),
            Act.On(Cargo.Cards, People.Eva, new ReviewChange(ReviewOutcome.Successful, "Test cards without an address line")),
            Act.On(Cargo.Cards, People.Eva, new CloseChange()));
    }

    private static RolloutPlan Both { get; } = new(
        RolloutStrategy.AllAtOnce,
        [new RolloutStage("eu", Shop.Europe, Share.All), new RolloutStage("us", Shop.America, Share.All)]);
}
