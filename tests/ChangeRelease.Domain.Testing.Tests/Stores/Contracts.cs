using System.Runtime.CompilerServices;

namespace ChangeRelease.Domain.Testing.Tests.Stores;

/// <summary>The contracts of stores over a disk, which can be closed, ended and shared.</summary>
internal static class Contracts
{
    public static StoreContract Over<TStore>(Func<Disk, TStore> over)
        where TStore : PlainStore
    {
        var disks = new ConditionalWeakTable<TStore, Disk>();
        return StoreContract.For(() => On(new Disk()), new StoreHooks<TStore>
        {
            Reopen = store => End(store, Closing),
            Crash = store => End(store, Dying),
            Beside = store => On(DiskOf(store)),
        });

        Disk DiskOf(TStore store) => disks.TryGetValue(store, out var disk) ? disk : throw new InvalidOperationException("A strange store.");

        TStore On(Disk disk)
        {
            var store = over(disk);
            disks.Add(store, disk);
            return store;
        }

        ValueTask<TStore> End(TStore store, Action<TStore> how)
        {
            how(store);
            return new(On(DiskOf(store)));
        }
    }

    private static void Dying(PlainStore store) => store.Die();

    private static void Closing(PlainStore store)
    {
        store.Close();
        store.Die();
    }
}
