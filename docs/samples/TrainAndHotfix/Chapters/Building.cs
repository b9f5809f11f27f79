using ChangeRelease.Domain.Releases;
using ChangeRelease.Domain.Scheduling;

namespace TrainAndHotfix.Chapters;

/// <summary>A train is opened, two changes are authorized, two packages are built.</summary>
internal static class Building
{
    public static async Task TellAsync(Teller teller)
    {
        teller.Begin("Wednesday, October 28: two changes, two packages");
        teller.At(-3, 9);
        await teller.YesAsync("lets one release at a time into test, staging and each region", [.. new[] { Shop.Test, Shop.Staging, Shop.Europe, Shop.America }.Select(environment => Act.On(environment, People.Cleo, new DeclareCapacity(1)))]);
        await teller.YesAsync("opens the weekly train", Act.On(Journey.Weekly, People.Cleo, new OpenTrain(Journey.Weekly, "Weekly train", Shop.Timetable)));
        Serving(teller);

        teller.At(-3, 9, 30);
        await teller.YesAsync("ask for bank transfers, assess and authorize that", Cargo.Authorized(Cargo.Transfer, People.Ada, Cargo.Change("Pay by bank transfer", Cargo.Checkout)));
        await teller.YesAsync("ask for a search that forgives typos, assess and authorize that", Cargo.Authorized(Cargo.Typos, People.Ben, Cargo.Change("Forgive typos", Cargo.Search)));

        teller.At(-3, 10);
        var (checkout, search) = (Cargo.Package("checkout 2.4.0", teller.Desks.Now, "4711"), Cargo.Package("search 5.1.0", teller.Desks.Now, "4712"));
        await teller.YesAsync("plans the release of the checkout and builds it, once", Cargo.Built(Cargo.Shop41, People.Ada, Cargo.Release("Checkout in November", ReleaseType.Minor, "2.4.0", Cargo.Checkout, Cargo.Transfer, Shop.Canary), checkout));
        teller.See($"the package: {checkout}");
        await teller.YesAsync("plans the release of the search and builds it, once", Cargo.Built(Cargo.Search42, People.Ben, Cargo.Release("Search in November", ReleaseType.Minor, "5.1.0", Cargo.Search, Cargo.Typos, Shop.Canary), search));
        teller.See($"the package: {search}");
    }

    // What a registry of the shop knows before the tale begins.
    private static void Serving(Teller teller)
    {
        foreach (var region in new[] { Shop.Europe, Shop.America })
        {
            teller.Desks.Serves(Cargo.Checkout, new ActiveVersion(region, SemanticVersion.Parse("2.3.9"), Cargo.DigestOf("checkout 2.3.9")));
            teller.Desks.Serves(Cargo.Search, new ActiveVersion(region, SemanticVersion.Parse("5.0.3"), Cargo.DigestOf("search 5.0.3")));
        }
    }
}
