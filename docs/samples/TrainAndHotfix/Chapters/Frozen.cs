using ChangeRelease.Domain.Changes;
using ChangeRelease.Domain.Releases;

namespace TrainAndHotfix.Chapters;

/// <summary>The change that waited is authorized, and finds its train in a freeze.</summary>
internal static class Frozen
{
    public static async Task TellAsync(Teller teller)
    {
        teller.Begin("Wednesday, November 4: the next train would go into the sale");
        teller.At(4, 10);
        await teller.YesAsync("authorizes the coupons", Cargo.Voted(Cargo.Coupons));
        await teller.NoAsync("schedules them for their train", Act.On(Cargo.Coupons, People.Otto, new ScheduleChange(Boarding.Evening(10, 20))));
        await teller.YesAsync("cancels that departure", Act.On(Journey.Weekly, People.Cleo, new CancelDeparture(Boarding.Second, "it falls into the Singles' Day sale")));
        await Boarding.ManifestsAsync(teller);
        await teller.YesAsync("schedules them for the train after the sale", Act.On(Cargo.Coupons, People.Otto, new ScheduleChange(Boarding.Evening(17, 20))));
    }
}
