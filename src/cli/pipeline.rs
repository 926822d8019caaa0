//! Work done by several threads, with results in the order of the input and bounded memory.

use std::io;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender, TryRecvError};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// Where results go.
pub trait Sink<O> {
    /// Takes the next result.
    fn put(&mut self, result: O) -> io::Result<()>;
    /// No result is ready: whoever waits for those before should have them.
    fn idle(&mut self) -> io::Result<()>;
}

/// How many results a thread may be ahead of the sink.
const AHEAD: usize = 4;

/// Does `work` on every item with `jobs` threads; `sink` gets the results in the order of the items.
///
/// Items are taken, and places in the queue given out, under one lock; the queue is bounded, so
/// that a slow sink or one slow item holds the others back.
pub fn ordered<I, O: Send>(
    items: impl Iterator<Item = I> + Send,
    jobs: usize,
    work: impl Fn(I) -> O + Sync,
    sink: &mut impl Sink<O>,
) -> io::Result<()> {
    let (places, queue) = mpsc::sync_channel(jobs * AHEAD);
    // The last worker to end drops the source, and with it closes the queue.
    let source = Arc::new(Mutex::new((items, places)));
    thread::scope(|scope| {
        for _ in 0..jobs {
            let (source, work) = (Arc::clone(&source), &work);
            scope.spawn(move || {
                while let Some((item, place)) = take(&source) {
                    // The sink may be gone; then the result is not wanted.
                    let _ = place.send(work(item));
                }
            });
        }
        drop(source);
        let done = drain(&queue, sink);
        // Workers that wait for a place in the queue must see that nobody reads it.
        drop(queue);
        done
    })
}

type Source<Items, O> = Mutex<(Items, SyncSender<Receiver<O>>)>;

/// The next item, with a place for its result in the queue.
fn take<I, O, Items: Iterator<Item = I>>(source: &Source<Items, O>) -> Option<(I, Sender<O>)> {
    let mut source = source.lock().unwrap_or_else(PoisonError::into_inner);
    let item = source.0.next()?;
    let (place, result) = mpsc::channel();
    source.1.send(result).ok()?;
    Some((item, place))
}

/// Hands results to the sink, and tells it whenever it has to wait for one.
fn drain<O>(queue: &Receiver<Receiver<O>>, sink: &mut impl Sink<O>) -> io::Result<()> {
    while let Some(place) = receive(queue, sink)? {
        if let Some(result) = receive(&place, sink)? {
            sink.put(result)?;
        }
    }
    Ok(())
}

/// The next message of a channel; none once it is closed.
fn receive<T, O>(channel: &Receiver<T>, sink: &mut impl Sink<O>) -> io::Result<Option<T>> {
    match channel.try_recv() {
        Ok(message) => Ok(Some(message)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            sink.idle()?;
            Ok(channel.recv().ok())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Seen {
        results: Vec<usize>,
        fails_at: Option<usize>,
    }

    impl Sink<usize> for Seen {
        fn put(&mut self, result: usize) -> io::Result<()> {
            if self.fails_at == Some(self.results.len()) {
                return Err(io::ErrorKind::BrokenPipe.into());
            }
            self.results.push(result);
            Ok(())
        }

        fn idle(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn order_is_kept() {
        let mut seen = Seen::default();
        let spin = |n: usize| (0..(n * 7919) % 5000).fold(n, |n, i| n ^ i ^ i);
        ordered(0..500, 4, spin, &mut seen).unwrap();
        assert_eq!(seen.results, (0..500).collect::<Vec<_>>());
    }

    #[test]
    fn a_sink_that_fails_ends_the_work() {
        let mut seen = Seen { fails_at: Some(3), ..Seen::default() };
        let error = ordered(0.., 4, |n: usize| n, &mut seen).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::BrokenPipe);
        assert_eq!(seen.results, [0, 1, 2]);
    }
}
