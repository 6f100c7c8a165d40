package dev.restorer.core.engine.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SharedThreadsTest {

    @Test
    void aThreadDoesNotInheritThreadLocalsOfTheRestoreThatStartedIt() throws Exception {
        InheritableThreadLocal<String> tenant = new InheritableThreadLocal<>();
        tenant.set("the first");
        try {
            CompletableFuture<Boolean> inherits = new CompletableFuture<>();
            SharedThreads.executor().execute(() -> inherits.complete(tenant.get() != null));
            assertThat(inherits.get(60, TimeUnit.SECONDS)).isFalse();
        } finally {
            tenant.remove();
        }
    }

    @Test
    void aTaskHasTheContextClassLoaderOfTheCallingThread() throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader own = new URLClassLoader(new URL[0], before);
        Thread.currentThread().setContextClassLoader(own);
        try {
            CompletableFuture<ClassLoader> context = new CompletableFuture<>();
            SharedThreads.executor()
                    .execute(() -> context.complete(Thread.currentThread().getContextClassLoader()));
            assertThat(context.get(60, TimeUnit.SECONDS)).isSameAs(own);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void aThreadOfAnotherExecutorGetsItsContextClassLoaderBack() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Executor sameThread = SharedThreads.withContext(Runnable::run);
        ClassLoader itsOwn = new URLClassLoader(new URL[0], before);
        thread.setContextClassLoader(itsOwn);
        try {
            sameThread.execute(() -> assertThat(thread.getContextClassLoader()).isSameAs(before));
            assertThat(thread.getContextClassLoader()).isSameAs(itsOwn);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void aTaskInTheQueueDoesNotKeepTheClassLoaderInMemory() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try {
            Executor busy = SharedThreads.executor();
            for (int i = 0; i < SharedThreads.limit(); i++) {
                busy.execute(() -> await(release));
            }
            WeakReference<ClassLoader> context = executeWithOwnClassLoader();
            for (int i = 0; i < 50 && context.get() != null; i++) {
                System.gc();
                Thread.sleep(20);
            }
            assertThat(context.get()).isNull();
        } finally {
            release.countDown();
        }
    }

    private static WeakReference<ClassLoader> executeWithOwnClassLoader() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        ClassLoader own = new URLClassLoader(new URL[0], before);
        Thread.currentThread().setContextClassLoader(own);
        try {
            SharedThreads.executor().execute(() -> {});
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
        return new WeakReference<>(own);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
