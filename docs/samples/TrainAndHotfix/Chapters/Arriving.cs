using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Releases;

namespace TrainAndHotfix.Chapters;

/// <summary>The train after the sale takes on the change that waited.</summary>
internal static class Arriving
{
    public static async Task TellAsync(Teller teller)
    {
        teller.Begin("Tuesday, November 17: the train after the sale");
        teller.At(16, 20);
        await teller.YesAsync("closes boarding", Act.On(Journey.Weekly, People.Cleo, new CloseBoarding(Boarding.Third)));
        await Boarding.ManifestsAsync(teller);
        teller.At(17, 20);
        await teller.YesAsync("lets the train go", Act.On(Journey.Weekly, People.Cleo, new DepartTrain(Boarding.Third)));
        teller.At(17, 20, 5);
        await teller.YesAsync("starts on the coupons", Act.On(Cargo.Coupons, People.Otto, new StartChange()));
        teller.At(17, 21);
        await teller.YesAsync("is done with them", Act.On(Cargo.Coupons, People.Otto, new CompleteChange()));
        teller.At(18, 10);
        await teller.YesAsync("reviews and closes them", Act.On(Cargo.Coupons, People.Eva, new ReviewChange(ReviewOutcome.Successful)), Act.On(Cargo.Coupons, People.Eva, new CloseChange()));
    }
}
